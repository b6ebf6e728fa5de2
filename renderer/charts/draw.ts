// The parts of ECharts that the charts use; loaded when the first chart is drawn.
import { BarChart, GraphChart, LineChart, LinesChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GraphChart,
  GraphicComponent,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LegendScrollComponent,
  LineChart,
  LinesChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

/** On canvas: the window's policy forbids the styles that the other renderer writes into its elements. */
export function drawOn(element: HTMLElement): ECharts {
  return init(element, null, { renderer: 'canvas' });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function svgOf(option: EChartsCoreOption, size: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption(option);
  const text = chart.renderToSVGString();
  chart.dispose();
  return text;
}

/** Three pixels for each of the screen's: 300 to the inch on a page. As base64. */
export function pngOf(option: EChartsCoreOption, { width, height }: Size): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const chart = init(canvas, null, { renderer: 'canvas', width, height, devicePixelRatio: 3 });
  chart.setOption(option);
  const address = chart.getDataURL({ type: 'png', pixelRatio: 3 });
  chart.dispose();
  return address.slice(address.indexOf(',') + 1);
}
