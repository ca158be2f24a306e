import { anyone } from '@folkmoot/basics/actor.ts'
import { politicianBySlug, type Politician } from '../../platform/directory/index.ts'
import { file, notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { figureLines } from './figure-lines.ts'
import { figuresOf } from './figures.ts'
import { peopleWords } from './messages/words.ts'
import { RecordPage } from './pages/record-page.tsx'
import { recordData } from './record-data.ts'
import { mostOnPage, rowsOf } from './rows.ts'

export const personRecordRoutes: readonly Route[] = [
  route('person.record', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const person = await politicianBySlug(visit.read, visit.params.person)
    if (!person) return notFound()
    const say = peopleWords.say(visit.lang)
    const { figures, lines, rows } = await recordOf(visit, person)
    return page({
      title: say('record-title', { name: person.name }),
      crumbs: [
        { text: say('crumb'), href: visit.to('people') },
        { text: person.name, href: visit.to('person', { person: person.slug }) },
      ],
      isWide: true,
      body: (
        <RecordPage
          reader={visit}
          say={say}
          name={person.name}
          eyebrow={`${person.role || say('role')} · ${person.party ?? say('no-party')}`}
          data={visit.to('person.data', { person: person.slug })}
          figures={lines}
          rows={rows}
          most={mostOnPage}
          seats={figures.seats}
        />
      ),
    })
  }),

  route('person.data', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const person = await politicianBySlug(visit.read, visit.params.person)
    if (!person) return notFound()
    const data = recordData(visit, { person, ...(await recordOf(visit, person)) })
    return file({
      mediaType: 'application/json; charset=utf-8',
      body: JSON.stringify(data, null, 2),
      downloadAs: `${person.slug}-record.json`,
    })
  }),
]

async function recordOf(visit: Visit, person: Politician) {
  const [figures, rows] = await Promise.all([figuresOf(visit, person.id), rowsOf(visit, person)])
  return { figures, rows, lines: figureLines(visit, peopleWords.say(visit.lang), figures) }
}
