import fc from 'fast-check';

/** Input that breaks readers and writers: formulas, markup, addresses that run, controls, overrides of direction, quotes, line ends. */
const KNOWN = [
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '+1+1',
  '-2+3',
  '＝1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '<script>alert(1)</script>',
  '</script><!--',
  ']]>',
  'javascript:alert(1)',
  '" onmouseover="alert(1)',
  '\u202e gnp.exe \u202c',
  '\u2066\u2067\u2068\u2069',
  '\u0000',
  '\u0001\u000b\u001f',
  '\ufeff',
  '\ufffe\uffff',
  '_x000D_',
  '_x0041_',
  '"',
  '""',
  '"a","b"',
  'a"b',
  "'",
  '\r\n',
  '\r',
  '\n',
  '\u2028\u2029\u0085',
  ' a ',
  '\u3000\u00a0\u200b',
  ',;|\t',
  '%s%n',
  '${x}{{y}}',
  '\\',
  '\\0\\n',
  '{}}{',
  '0012',
  '1e999',
  'NaN',
  '-0',
  '__proto__',
  'constructor',
  'toString',
  'é\u0301\u0327ｶﾞ㈱',
  '🀄👩‍👩‍👧‍👦',
  'İıŞ',
  '高明区荷城街道',
] as const;

/** Any text that UTF-8 can encode. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'",\r\n \t;=\u0000a中'), maxLength: 8 }) },
);

/** A hostile text of complete characters: a known one, any, several joined, sometimes a very long one. */
export const hostile = fc.oneof(
  { weight: 8, arbitrary: anyText },
  { weight: 8, arbitrary: fc.constantFrom(...KNOWN) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...KNOWN), anyText), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...KNOWN), fc.integer({ min: 50, max: 2_000 }))
      .map(([text, times]) => text.repeat(times)),
  },
);

/** Also texts that JSON can encode but files cannot: lone surrogates. */
export const broken = fc.oneof(
  { weight: 3, arbitrary: hostile },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
        maxLength: 8,
      })
      .map((units) => String.fromCharCode(...units)),
  },
);

/** Random bytes, and bytes that begin like a supported file. */
export const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  hostile.map((text) => new TextEncoder().encode(text)),
  fc
    .tuple(
      fc.constantFrom(
        [0x1f, 0x8b],
        [0x50, 0x4b, 3, 4],
        [0xff, 0xfe],
        [0xfe, 0xff],
        [0xef, 0xbb, 0xbf],
        [0x5b],
        [0x7b],
      ),
      fc.uint8Array({ maxLength: 48 }),
    )
    .map(([head, rest]) => Uint8Array.from([...head, ...rest])),
);

/** A file with some bytes changed, inserted or removed. */
export const damaged = (whole: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: whole.length - 1 }),
        how: fc.constantFrom('change', 'cut', 'drop', 'insert'),
        byte: fc.nat({ max: 255 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((changes) => {
      let bytes = [...whole];
      for (const { at, how, byte } of changes)
        if (how === 'change') bytes[at % Math.max(1, bytes.length)] = byte;
        else if (how === 'cut') bytes = bytes.slice(0, at);
        else if (how === 'drop') bytes.splice(at, 1);
        else bytes.splice(at, 0, byte);
      return Uint8Array.from(bytes);
    });
