import { join } from 'node:path';
import { launchBrowser } from './lib/browser.ts';
import { runCommand } from './lib/effects.ts';
import { serve } from './lib/serve.ts';

const SIZE = { width: 620, height: 860 };

/** Takes the screenshot for the README from the built site: a case in both languages and a chart, side by side. Needs Chinese fonts. */
await runCommand(async (effects) => {
  const server = await serve(process.cwd(), 0);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    const shots: string[] = [];
    for (const path of ['/en/cases/gaoming/', '/zh/cases/gaoming/', '/en/charts/county-units/']) {
      await page.goto(`${server.address}${path}`);
      await page.evaluate(() => document.fonts.ready);
      shots.push(`data:image/png;base64,${(await page.screenshot()).toString('base64')}`);
    }
    await page.setViewportSize({ width: (SIZE.width + 20) * shots.length + 20, height: SIZE.height + 40 });
    await page.setContent(
      `<body style="margin:20px;display:flex;gap:20px;background:#e9e4d9">${shots.map((shot) => `<img src="${shot}" style="box-shadow:0 2px 14px #0002">`).join('')}</body>`,
    );
    await page.screenshot({ path: join('public', 'picture.png') });
    effects.log('public/picture.png');
  } finally {
    await browser.close();
    await server.close();
  }
});
