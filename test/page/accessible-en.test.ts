// axe-core finds nothing wrong on any place, in any theme, in English.
import { axeTest } from './axe.ts';

axeTest('en');
