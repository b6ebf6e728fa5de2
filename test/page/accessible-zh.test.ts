// axe-core finds nothing wrong on any place, light and dark, in Chinese.
import { axeTest } from './axe.ts';

axeTest('zh', 'dark');
