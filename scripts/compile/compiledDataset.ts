import type { PublishedDataset } from '../../src/model/catalogue.ts';
import type { Fault } from '../lib/fault.ts';

/** A dataset of the run: as published, with the faults found on the way and the sources its rows point at. */
export interface CompiledDataset {
  dataset: PublishedDataset;
  faults: Fault[];
  sources: Set<string>;
  /** It was taken over as it was published. */
  reused?: boolean;
}
