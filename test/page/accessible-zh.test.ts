// axe-core finds nothing wrong on any place, in any theme, in Chinese.
import { axeTest } from './axe.ts';

axeTest('zh');
