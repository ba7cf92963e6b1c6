import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

interface Options {
  /** The numbers as rendered, each with its number in the order of reading; numbers not met before are added. */
  order: Map<number, number>;
  /** The name of a note: `Note 2`, `注 2`. */
  name: (number: number) => string;
}

/**
 * Numbers the notes in the order in which a reader meets them. The parts of a page are rendered in another order than that in which they
 * are read, so the numbers that the components wrote are replaced: in links to notes, in the margin, and in `data-notes`, which lists
 * the numbers that are printed on paper only.
 */
export const rehypeNoteNumbers: Plugin<[Options], Root> =
  ({ order, name }) =>
  (tree) => {
    const read = (rendered: string): number => {
      const number = Number(rendered);
      if (!order.has(number)) order.set(number, order.size + 1);
      return order.get(number)!;
    };
    visit(tree, 'element', (node) => {
      const { properties } = node;
      const rendered = /^#note-(\d+)$/.exec(String(properties['href'] ?? ''))?.[1];
      if (rendered !== undefined) {
        const number = read(rendered);
        properties['href'] = `#note-${number}`;
        // Of the links to notes only these are note numbers; the words of others may be digits too.
        if (properties['role'] === 'doc-noteref') {
          write(node, String(number));
          properties['ariaLabel'] = name(number);
        }
      }
      const margin = /^(\d+)( .*)$/.exec(String(properties['dataMargin'] ?? ''));
      if (margin && isCite(node)) properties['dataMargin'] = `${read(margin[1]!)}${margin[2]!}`;
      if (properties['dataNotes'] !== undefined) {
        write(node, [...new Set(String(properties['dataNotes']).split(' ').map(read))].join(','));
        delete properties['dataNotes'];
      }
    });
  };

/** Whether an element is a note number, whose source in the margin begins with it; the sources of numbers do not. */
const isCite = ({ properties }: Element): boolean =>
  ([] as unknown[]).concat(properties['className']).includes('cite');

function write(node: Element, words: string): void {
  node.children = [{ type: 'text', value: words }];
}
