import { CommandError } from '../../lib/fault.ts';
import type { Recipe } from './recipe.ts';
import { act } from './act.ts';
import { devon } from './devon.ts';
import { japan } from './japan.ts';
import { kosovo } from './kosovo.ts';
import { lambeth } from './lambeth.ts';
import { notices } from './notices.ts';
import { oxford } from './oxford.ts';
import { philadelphia } from './philadelphia.ts';
import { philadelphiaStates } from './philadelphiaStates.ts';
import { prishtina } from './prishtina.ts';
import { section251 } from './s251.ts';
import { shandong } from './shandong.ts';
import { toronto } from './toronto.ts';
import { yichang } from './yichang.ts';
import { yichangCandidates } from './yichangCandidates.ts';

/** All recipes; a new one is a file here and an entry in this list. */
export const RECIPES: readonly Recipe[] = [
  devon,
  oxford,
  lambeth,
  philadelphia,
  philadelphiaStates,
  japan,
  yichang,
  yichangCandidates,
  toronto,
  act,
  prishtina,
  kosovo,
  section251,
  notices,
  shandong,
];

/** @throws CommandError where there is no such recipe, listing those there are */
export function recipeNamed(name: string): Recipe {
  const recipe = RECIPES.find((one) => one.name === name);
  if (!recipe)
    throw new CommandError(
      `there is no recipe "${name}" (there are ${RECIPES.map((one) => one.name).join(', ')})`,
      2,
    );
  return recipe;
}
