/** Groups of kinds of unit price that may be looked at together; costs and estimates are in none. */
export const PRICE_KIND_GROUPS = {
  paid: ['contract', 'tariff', 'guide'],
  subsidy: ['subsidy'],
  limit: ['ceiling', 'floor', 'budget'],
} as const satisfies Record<string, readonly string[]>;
