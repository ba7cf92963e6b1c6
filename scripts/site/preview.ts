import type { Effects } from '../lib/effects.ts';
import { serve } from '../lib/serve.ts';

const PORT = 4321;

/** Serves the built site and prints its address; `PORT` chooses another port. */
export async function preview(root: string, effects: Effects): Promise<void> {
  const { address } = await serve(root, Number(process.env['PORT'] ?? PORT));
  effects.log(`\n  Buying Public Services · 政府购买公共服务\n  ${address}/\n`);
}
