import { TextCache } from '../../lib/textCache.ts';
import { ledgerName } from '../names/ledgerName.ts';
import { mask, MASK } from '../names/personal.ts';
import { namesOwner, privatePayee } from '../names/privatePayee.ts';
import { readProvider } from '../names/providerKind.ts';
import { supplierKey } from '../names/supplierKey.ts';

/** A supplier as a row of `contracts` or `payments` gives it. */
export interface Supplier {
  /** The printed name, or a token in its place; `null` where the source names none. */
  supplier: string | null;
  supplier_id: string | null;
  supplier_kind: string;
  supplier_kind_rule: string | null;
}

/** What the publisher says of a supplier, which comes before what its name says. */
export interface StatedSupplier {
  kind: string;
  rule: string;
  /** It is a legal form, and not only a purpose. */
  isLegalForm: boolean;
}

const NOBODY: Supplier = {
  supplier: null,
  supplier_id: null,
  supplier_kind: 'unknown',
  supplier_kind_rule: null,
};

/** The kind of natural persons and of those who trade under their own name. */
const PERSON = 'person';

/** Names that say that the publisher withheld them. */
const WITHHELD = /^(?:redacted\b.*|.*\bredacted (?:under|personal|data)\b.*|personal data.*)$/i;

/**
 * The suppliers of one publisher. A person, and in a ledger a name that does not show an organisation, gets a token, `masked-1`, numbered in the order in which
 * such names first appear, so that repeats can be counted and nothing of the name remains; rows that are added at the end do not change earlier tokens.
 */
export class Suppliers {
  readonly #tokens = new Map<string, string>();
  readonly #isLedger: boolean;
  readonly #byName = new TextCache((name) => this.#read(name, undefined));
  readonly #byRule = new Map<string, TextCache<Supplier>>();

  /** @param isLedger whether names are those of an English-language ledger, in which only what shows an organisation is printed */
  constructor(isLedger = false) {
    this.#isLedger = isLedger;
  }

  /** @param stated by the publisher, where it says something */
  of(printed: string, stated?: StatedSupplier): Supplier {
    if (printed === '') return NOBODY;
    if (stated === undefined) return this.#byName.get(printed);
    const key = `${stated.kind} ${stated.rule} ${stated.isLegalForm}`;
    let known = this.#byRule.get(key);
    if (!known) this.#byRule.set(key, (known = new TextCache((name) => this.#read(name, stated))));
    return known.get(printed);
  }

  /** How many names have a token so far. */
  get masked(): number {
    return this.#tokens.size;
  }

  #read(printed: string, stated: StatedSupplier | undefined): Supplier {
    if (WITHHELD.test(printed))
      return {
        supplier: 'withheld',
        supplier_id: null,
        supplier_kind: stated?.kind ?? 'unknown',
        supplier_kind_rule: stated?.rule ?? 'withheld',
      };
    const read = readProvider(printed);
    // A company whose form is printed is none, whatever the publisher's code says.
    const isCompany = read.legalForm !== null;
    if (stated?.kind === PERSON && !isCompany) return this.#masked(printed, PERSON, stated.rule);
    const isForm = stated?.isLegalForm === true;
    const private_ = this.#isLedger
      ? null
      : privateIn(printed, isCompany || (isForm && stated.kind !== 'private'));
    if (private_ !== null) return this.#masked(printed, PERSON, private_);
    const shown = this.#isLedger ? ledgerName(printed, isForm) : 'organisation';
    if (shown === 'person') return this.#masked(printed, PERSON, 'own-name');
    // What the name says of a public body comes before what the type of expense says.
    const isPublic = !isForm && (read.rule === 'nhs' || read.rule === 'council-or-government');
    const said = stated?.kind === PERSON || isPublic ? undefined : stated;
    const kind = said?.kind ?? read.kind;
    const rule = said?.rule ?? (read.rule === 'none' ? null : read.rule);
    if (shown === 'unclear') return this.#masked(printed, kind, rule);
    const name = mask(printed).text;
    return {
      supplier: name,
      // The id must not repeat what is masked in the name.
      supplier_id: supplierKey(name.replaceAll(MASK, '')),
      supplier_kind: kind,
      supplier_kind_rule: rule,
    };
  }

  #masked(printed: string, kind: string, rule: string | null): Supplier {
    const key = supplierKey(printed);
    let token = this.#tokens.get(key);
    if (token === undefined) this.#tokens.set(key, (token = `masked-${this.#tokens.size + 1}`));
    return { supplier: token, supplier_id: token, supplier_kind: kind, supplier_kind_rule: rule };
  }
}

/** By which rule a name that is no ledger's shows a private person; initials before a word are a company's as often. @param isForm whether it is known to be none */
function privateIn(printed: string, isForm: boolean): string | null {
  if (namesOwner(printed)) return 'private-payee-name';
  return isForm ? null : privatePayee(printed);
}
