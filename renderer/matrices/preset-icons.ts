// The signs of the ready displays and reports.
import {
  AlignStartVertical,
  BetweenVerticalStart,
  Binary,
  Blend,
  ChartBarBig,
  ChartLine,
  Columns3,
  GitCompareArrows,
  Grid3x3,
  Layers,
  type LucideIcon,
  MessagesSquare,
  Network,
  Percent,
  Scale,
  ScanText,
  Spline,
  SquareDashed,
  TableProperties,
  TextQuote,
  TrendingUp,
  Unplug,
  UsersRound,
  WholeWord,
} from 'lucide-react';

/** The framework's own matrices have that of a table. */
export function presetIcon(id: string): LucideIcon {
  return icons[id] ?? Grid3x3;
}

const icons: Readonly<Record<string, LucideIcon | undefined>> = {
  frequencies: ChartBarBig,
  'code-case': TableProperties,
  'framework-matrix': TextQuote,
  'side-by-side': Columns3,
  'before-change-after': GitCompareArrows,
  'phase-code': BetweenVerticalStart,
  'time-code': TrendingUp,
  'attribute-code': Percent,
  'speaker-code': MessagesSquare,
  'role-code': UsersRound,
  'code-code': Blend,
  crosstab: Percent,
  influence: Spline,
  effects: Network,
  moves: SquareDashed,
  causes: Unplug,
  levels: Layers,
  saturation: TrendingUp,
  coverage: ScanText,
  portrait: AlignStartVertical,
  'code-trend': ChartLine,
  'word-trend': WholeWord,
  tracing: Scale,
  'truth-table': Binary,
};
