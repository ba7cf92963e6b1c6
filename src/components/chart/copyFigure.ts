import { announceCopied } from '../page/announce.ts';
import { chosenFile } from './chartView.ts';

/** Copies the picture and the table of a chart, as they are shown, to the clipboard. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-image]'))
  button.addEventListener('click', async () => {
    const image =
      chosenFile('png') ?? fetch(button.dataset['copyImage']!).then((response) => response.blob());
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    announceCopied(button);
  });

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-table]'))
  button.addEventListener('click', async () => {
    const table = document.querySelector<HTMLTableElement>(button.dataset['copyTable']!)!;
    const lines = [...table.rows].map((row) =>
      [...row.cells].map((cell) => cell.textContent!.trim()).join('\t'),
    );
    await navigator.clipboard.writeText(lines.join('\n'));
    announceCopied(button);
  });
