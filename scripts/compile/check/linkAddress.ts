/** Hosts and paths through which a page is reached that is published elsewhere, each with what would be right. */
const INDIRECT: [is: (address: URL) => boolean, what: string, right: string][] = [
  [
    ({ hostname, pathname }) => /^big5\./.test(hostname) || /^\/gate\/(big5|gb)\//.test(pathname),
    'is a gateway to traditional characters',
    'the address of the page itself, which follows /gate/big5/',
  ],
  [
    ({ hostname }) => /^(dev|stg|staging|preview)\./.test(hostname),
    'is a test copy of a site',
    'the address of the site itself, or nothing where it was not seen',
  ],
  [
    ({ hostname }) => /^[\d.]+$/.test(hostname) || hostname.startsWith('['),
    'has no host name',
    'nothing: whose page it is cannot be seen from it',
  ],
  [({ hostname }) => hostname.endsWith('.'), 'has a dot at the end of its host', 'the host without it'],
];

/** What is wrong with an address that a reader is to follow, and what would be right; undefined for a good one. */
export function addressFault(text: string): { what: string; right: string } | undefined {
  if (!/^https?:\/\/[^\s]+$/.test(text) || !URL.canParse(text))
    return { what: 'is not a web address', right: 'begin with https:// or http://' };
  const address = new URL(text);
  const [, what, right] = INDIRECT.find(([is]) => is(address)) ?? [];
  return what === undefined ? undefined : { what, right: right! };
}
