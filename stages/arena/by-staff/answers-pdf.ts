import type { Visit } from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { addressedPage, bodyTop, margin, openPaper, width } from '../letters/paper.ts'
import { applicationsOf, type Application } from '../store.ts'
import { byStaffWords } from './messages/words.ts'
import { recordsOf, type StaffRecord } from './store.ts'

/** Somebody without a computer whose application has its answer, and who can be written to. */
export function isAnswered(record: StaffRecord, applications: readonly Application[]): boolean {
  return record.address !== '' && answerOf(record, applications) !== undefined
}

function answerOf({ account }: StaffRecord, applications: readonly Application[]): Application | undefined {
  return applications.find(
    (one) => one.account === account && (one.state === 'selected' || one.state === 'not-selected'),
  )
}

/** A letter for each of them, in her language, with the reason; undefined where there is none. */
export async function answersOnPaper(
  visit: Visit<'arena.answers-on-paper'>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return undefined
  const [records, applications] = [
    await recordsOf(visit.read, problem.id),
    await applicationsOf(visit.read, problem.id),
  ]
  const answered = records.filter((record) => isAnswered(record, applications))
  if (answered.length === 0) return undefined
  const { name: place, offlineRoute } = visit.jurisdiction
  const { document, finished } = openPaper(place, visit.now)
  for (const record of answered) {
    const say = byStaffWords.say(record.language)
    const { state, answer } = answerOf(record, applications) ?? { state: 'waiting', answer: '' }
    const address = [record.name, ...record.address.split('\n')].slice(0, 6)
    addressedPage(document, { place, address, number: say('page.receipt', { number: record.number }) })
    document.font('bold').fontSize(14).text(say('paper.title'), margin, bodyTop, { width })
    document.font('plain').fontSize(11)
    const paragraphs = [
      say('paper.about', { question: problem.question }),
      say(state === 'selected' ? 'paper.selected' : 'paper.not-selected', { reason: answer }),
      say('paper.next', { route: offlineRoute || say('paper.town-hall') }),
    ]
    // A reason has at most a thousand letters: one page holds them.
    for (const paragraph of paragraphs) document.text(paragraph, margin, document.y + 8, { width, lineGap: 2 })
  }
  return new Uint8Array(await finished())
}
