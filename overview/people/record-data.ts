import type { Politician } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { FigureLine, RowsName } from './figure-lines.ts'
import type { Figures } from './figures.ts'
import { mostRows, type RecordRow } from './rows.ts'

type RecordParts = {
  readonly person: Politician
  readonly figures: Figures
  readonly lines: readonly FigureLine[]
  readonly rows: Readonly<Record<RowsName, readonly RecordRow[]>>
}

/** The page of the record as data: every number with its definition, every row with its address. Times are UTC. */
export function recordData(visit: Visit, { person, figures, lines, rows }: RecordParts) {
  const { replies, answers, promises, presence, notes, statements, cases, seats } = figures
  return {
    person: {
      name: person.name,
      slug: person.slug,
      page: `${visit.origin}${visit.to('person', { person: person.slug })}`,
    },
    asOf: visit.now.toString(),
    seats: seats.map(({ bodyName, role, party, startsOn, endsOn }) => ({
      body: bodyName,
      role,
      party,
      from: startsOn?.toString() ?? null,
      until: endsOn?.toString() ?? null,
    })),
    figures: { replies, answers, promises, presence, notes, statements, cases },
    definitions: lines.map(({ name, value, definition }) => ({ figure: name, value, counts: definition })),
    rows: Object.fromEntries(
      Object.entries(rows).map(([name, list]) => [
        name,
        list.map(({ title, href, case: question, at, due, state }) => ({
          title,
          case: question,
          at: at?.toString() ?? null,
          due: due?.toString() ?? null,
          state,
          page: `${visit.origin}${href}`,
        })),
      ]),
    ),
    mostRows,
  }
}
