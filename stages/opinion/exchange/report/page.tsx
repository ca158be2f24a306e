import { html, raw } from 'hono/html'
import { letterOf } from '../../map/letter.ts'
import type { Dot, Picture } from './picture.ts'
import type { Report, ReportSection, ReportTable } from './report.ts'

/** One file that opens anywhere: no script, nothing from elsewhere, light, dark and on paper. */
export async function reportAsPage(report: Report, picture: Picture): Promise<string> {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{`${report.title}: opinion map`}</title>
        <style>{raw(css)}</style>
      </head>
      <body>
        <main>
          <h1>{report.title}</h1>
          {picture.dots.length > 0 ? <MapPicture {...picture} /> : null}
          {report.sections.map((section) => (
            <Section {...section} />
          ))}
        </main>
      </body>
    </html>
  )
  return String(await html`<!doctype html>${page}`)
}

function Section({ title, words, tables }: ReportSection) {
  return (
    <section>
      <h2>{title}</h2>
      {words.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {tables.map((table) => (
        <Table {...table} />
      ))}
    </section>
  )
}

/** Wide ones scroll for themselves, by keyboard too. */
function Table({ caption, columns, rows }: ReportTable) {
  return (
    <div class="wide" tabindex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td dir="auto">{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const across = 560

function MapPicture({ wide, high, dots, notDrawn }: Picture) {
  const side = across / wide
  const groups = [...new Set(dots.map(({ group }) => group))]
  const most = Math.max(...dots.map(({ people }) => people))
  return (
    <figure>
      <svg viewBox={`0 0 ${wide * side} ${high * side}`} role="img" aria-label="Where people stand, group by group">
        {dots.map(({ x, y, group, people }) => (
          <circle
            class={`g${group}`}
            cx={(x + 0.5) * side}
            cy={(y + 0.5) * side}
            r={(side * (0.2 + 0.4 * Math.sqrt(people / most))).toFixed(1)}
          />
        ))}
        {groups.map((group) => {
          const { x, y } = middleOf(
            dots.filter((dot) => dot.group === group),
            side,
          )
          return (
            <text x={x.toFixed(1)} y={y.toFixed(1)}>
              {letterOf(group)}
            </text>
          )
        })}
      </svg>
      <figcaption>
        {`The larger a dot, the more people of one group stand there; people who think alike stand close together. ${notDrawn} people are not drawn: fewer than five of their group stand near them, or they are in no group. The tables below say the same in numbers.`}
      </figcaption>
    </figure>
  )
}

function middleOf(dots: readonly Dot[], side: number): { readonly x: number; readonly y: number } {
  const people = dots.reduce((sum, dot) => sum + dot.people, 0)
  const mean = (of: (dot: Dot) => number): number => dots.reduce((sum, dot) => sum + dot.people * of(dot), 0) / people
  return { x: (mean(({ x }) => x) + 0.5) * side, y: (mean(({ y }) => y) + 0.5) * side }
}

const css = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181d); color: light-dark(#1b1d22, #e8e9ec); }
main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
h1, h2 { line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; }
p { max-width: 42rem; }
figure { margin: 1rem 0; }
svg { width: 100%; height: auto; border: 1px solid light-dark(#c9ccd4, #454a55); }
text { font: bold 22px system-ui, sans-serif; text-anchor: middle; dominant-baseline: central; fill: light-dark(#000, #fff); stroke: light-dark(#fff, #000); stroke-width: 4px; paint-order: stroke; }
circle { fill-opacity: .7; }
.g0 { fill: light-dark(#1f5fbf, #7aaaf0); } .g1 { fill: light-dark(#b3541e, #f0a273); } .g2 { fill: light-dark(#2c7a4b, #74c795); }
.g3 { fill: light-dark(#8a3c8f, #d692da); } .g4 { fill: light-dark(#6b6420, #cfc56e); }
.wide { overflow-x: auto; margin: 1rem 0; }
.wide:focus-visible { outline: 3px solid light-dark(#1f5fbf, #7aaaf0); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding: .25rem 0; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid light-dark(#dfe1e6, #353943); }
th, td:not(:last-child) { white-space: nowrap; }
td:last-child { min-width: 16rem; }
@media print { body { background: #fff; color: #000; } section, figure, tr { break-inside: avoid; } .wide { overflow: visible; } }
`
