// axe-core finds nothing wrong on any place, light and contrast, in English.
import { axeTest } from './axe.ts';

axeTest('en', 'contrast');
