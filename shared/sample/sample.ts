// The sample study "Six Streets": three invented cases, written once in both languages.
import { ferryStreet } from './ferry-street.ts';
import { mapleLane } from './maple-lane.ts';
import type { SampleCase } from './shape.ts';
import { stationRoad } from './station-road.ts';

/** In the researcher's order; the last one is the negative case. */
export const sampleCases: readonly SampleCase[] = [mapleLane, ferryStreet, stationRoad];
