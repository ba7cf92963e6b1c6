import { expect, test } from 'vitest';
import { rehypeMarginSources } from '../../../../src/layouts/rehype/marginSources.ts';
import { run } from './run.ts';

const A = '<i data-margin="A, 2020"></i>';
const NOTE = '<i data-margin="1 A, 2020"></i>';
const B = '<i data-margin="B, 2021"></i>';

test.each([
  [
    'a paragraph names a source once, with or without the number of a note',
    `<p>${NOTE}${A}${B}</p>`,
    `<p>${NOTE}<i></i>${B}</p>`,
  ],
  ['each paragraph names it anew', `<p>${A}</p><p>${A}</p>`, `<p>${A}</p><p>${A}</p>`],
  [
    'an item of a list is a paragraph of its own',
    `<ul><li>${A}<ul><li>${A}</li></ul>${A}</li></ul>`,
    `<ul><li>${A}<ul><li>${A}</li></ul><i></i></li></ul>`,
  ],
  [
    'a table has none, nor a paragraph in it',
    `<table><tbody><tr><td>${A}<p>${B}</p></td></tr></tbody></table>`,
    '<table><tbody><tr><td><i></i><p><i></i></p></td></tr></tbody></table>',
  ],
  [
    'nor beside facts at a glance',
    `<dl><dt>${A}</dt><dd><p>${A}</p></dd></dl>`,
    '<dl><dt><i></i></dt><dd><p><i></i></p></dd></dl>',
  ],
  ['nor where there is no paragraph', `<h2>${A}</h2>`, '<h2><i></i></h2>'],
])('%s', (_, html, thinned) => expect(run(html, rehypeMarginSources)).toBe(thinned));
