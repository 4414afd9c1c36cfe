// A chart with the table that says the same: by echarts' own parts, drawn again as theme or size changes.
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { Scroll } from './Scroll';
import { useTheme } from './theme';

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);
/** Okabe-Ito: told apart by eyes that see few colours (console.md §4). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

type Rows = { heads: readonly string[]; rows: readonly (readonly string[])[] };

export function Chart({ title, option, table, height = 260 }: { title: string; option: EChartsCoreOption; table: Rows; height?: number }) {
  const box = useRef<HTMLDivElement>(null), theme = useTheme();
  useEffect(() => {
    if (!box.current) return;
    const style = getComputedStyle(document.documentElement), of = (name: string) => style.getPropertyValue(name).trim();
    const chart = init(box.current, undefined, { renderer: 'svg' });
    chart.setOption({
      darkMode: theme === 'dark', color: COLOURS, animation: false, textStyle: { color: of('--text'), fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      legend: { textStyle: { color: of('--text') }, top: 0, right: 8, itemGap: 20 },
      tooltip: { trigger: 'axis', backgroundColor: of('--card'), borderColor: of('--line'), textStyle: { color: of('--text') } },
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      ...option,
    });
    const sizing = new ResizeObserver(() => chart.resize());
    sizing.observe(box.current);
    return () => {
      sizing.disconnect();
      chart.dispose();
    };
  }, [option, theme]);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={box} style={{ height }} role="img" aria-label={title} />
      <details>
        <summary>{table.heads.join(' · ')}</summary>
        <Scroll label={title}>
          <table className="plain">
            <caption className="sr">{title}</caption>
            <thead>
              <tr>
                {table.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join(' ')}>
                  {row.map((cell, at) => (
                    <td key={`${table.heads[at]}`}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
}
