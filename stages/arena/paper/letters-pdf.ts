import type { Jurisdiction } from '../../../platform/directory/index.ts'
import { everydayWords, timeWords } from '../../../platform/i18n/index.ts'
import type { Problem } from '../../problem/index.ts'
import { profileName, type Arena } from '../arena.ts'
import { addressedPage, bodyTop, margin, openPaper, width } from '../letters/paper.ts'
import { paperWords } from './messages/words.ts'
import type { Letter } from './owed.ts'

export type Sheet = {
  readonly place: Jurisdiction
  readonly now: Temporal.Instant
  readonly problem: Pick<Problem, 'question'>
  readonly arena: Pick<Arena, 'rule'>
}

/** Lines that fit the window of the envelope. */
const mostLines = 6

/** A letter to each who can be written to, in her language, one a page. */
export async function printLetters(sheet: Sheet, letters: readonly Letter[]): Promise<Uint8Array<ArrayBuffer>> {
  const { document, finished } = openPaper(sheet.place.name, sheet.now)
  for (const letter of letters) {
    const { record } = letter
    const say = paperWords.say(record.language)
    const address = [record.name, ...record.address.split('\n')].slice(0, mostLines)
    const number = say('paper.receipt', { number: record.number })
    addressedPage(document, { place: sheet.place.name, address, number })
    document
      .font('bold')
      .fontSize(14)
      .text(say(`paper.title-${letter.kind}`), margin, bodyTop, { width })
    document.font('plain').fontSize(11)
    // A reason has at most a thousand letters: one page holds them.
    for (const paragraph of paragraphsOf(sheet, letter))
      document.text(paragraph, margin, document.y + 8, { width, lineGap: 2 })
  }
  return new Uint8Array(await finished())
}

/** What a letter says, and no more than she needs. */
export function paragraphsOf({ place, now, problem, arena }: Sheet, letter: Letter): readonly string[] {
  const { record, kind, offer, draw, reason, substitute } = letter
  const say = paperWords.say(record.language)
  const time = timeWords(everydayWords.say(record.language), { lang: record.language, timeZone: place.timeZone, now })
  const route = place.offlineRoute || say('paper.town-hall')
  return [
    say('paper.about', { question: problem.question }),
    ...(offer
      ? [
          say('paper.offer', { seat: profileName(arena, offer.profile), reason }),
          say('paper.offer-public'),
          say('paper.offer-by', { day: time.weekday(offer.answerBy) }),
        ]
      : []),
    ...(kind === 'not-selected' ? [say('paper.not-selected', { reason })] : []),
    ...(draw ? [say(offer ? 'paper.drawn' : 'paper.not-drawn', { day: time.day(draw.thrownAt) })] : []),
    ...(draw && draw.chance !== null ? [say('paper.chance', { share: draw.chance })] : []),
    ...(kind === 'not-drawn' ? [say('paper.goes-on')] : []),
    ...(substitute === null ? [] : [say('paper.substitute', { place: substitute })]),
    say(offer ? 'paper.answer' : 'paper.next', { route, number: record.number }),
  ]
}
