import type { Id } from '@folkmoot/basics/ids.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import type { Database } from '../../../platform/db/index.ts'
import { allJurisdictions, type Jurisdiction } from '../../../platform/directory/index.ts'
import { everydayWords, pageLanguages, timeWords } from '../../../platform/i18n/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { problemsById } from '../../problem/index.ts'
import { codeOf, spaced } from './codes.ts'
import { printLetters, type LetterSheet, type LetterWords } from './letter-pdf.ts'
import { letterWords } from './messages/words.ts'
import * as store from './print-store.ts'

/** One part of a print run: small enough for a printer's tray and for the memory, and written down by itself. */
export const lettersPerPart = 500

type PrintJob = { readonly jurisdiction: Id<'jurisdiction'>; readonly problem: Id<'problem'>; readonly round: number }

/**
 * Makes the letters of a round, part by part, each kept as soon as it is made: killed in the middle it goes on where it was. When
 * the run was confirmed meanwhile, there is nothing left to do.
 */
export function printJob({ origin }: { readonly origin: () => string }) {
  return async (database: Database, job: Job): Promise<void> => {
    const { jurisdiction, problem, round } = job as Job & PrintJob // written by `drawLetters`
    const place = (await allJurisdictions(database)).find(({ id }) => id === jurisdiction)
    if (!place) throw new Error(`letters for a place that is not here: ${jurisdiction}`)
    for (;;) {
      const read = database.read(jurisdiction)
      const run = await store.runOf(read, problem, round)
      const [named] = await problemsById(read, [problem])
      if (!run || !named?.question) return // a case that is hidden writes to nobody
      const letters = await store.lettersAfter(read, problem, { round, after: run.lastMade, most: lettersPerPart })
      if (letters.length === 0) return
      const sheet = sheetOf(place, { ...run, question: named.question }, origin())
      const printed = letters.map(({ number, address }) => {
        const code = codeOf(run.key, number)
        return {
          address,
          number: `${run.drawnAt.toString().slice(0, 4)}–${number}`,
          code: spaced(code),
          link: `${linkOf(place, origin())}#${code}`,
        }
      })
      const bytes = await printLetters(sheet, printed)
      await database.transact(jurisdiction, null, (tx) =>
        store.putPart(tx, problem, { round, part: run.parts + 1, letters: letters.length, bytes }),
      )
    }
  }
}

/** Behind `#` a browser sends nothing to anybody: a code in a link stands in no log and in no referrer. */
export function linkOf(place: Jurisdiction, origin: string): string {
  const [lang = 'en'] = pageLanguages(place)
  return `${origin}${href('arena.letter', { lang, jurisdiction: place.slug })}`
}

type Asked = store.Run & { readonly question: string }

function sheetOf(place: Jurisdiction, run: Asked, origin: string): LetterSheet {
  return {
    place: place.name,
    web: linkOf(place, origin).replace(/^https?:\/\//, ''),
    words: pageLanguages(place)
      .slice(0, 2) // what one page has room for
      .map((lang) => wordsIn(lang, place, run)),
    at: run.drawnAt,
  }
}

function wordsIn(lang: string, place: Jurisdiction, run: Asked): LetterWords {
  const say = letterWords.say(lang)
  const time = timeWords(everydayWords.say(lang), { lang, timeZone: place.timeZone, now: run.drawnAt })
  const day = time.weekday(run.closesAt)
  return {
    title: say('paper.title', { question: run.question }),
    paragraphs: [
      say('paper.drawn', { place: place.name, count: run.addresses }),
      say('paper.what'),
      say('paper.answer', { day }),
      say('paper.privacy'),
    ],
    onTheWeb: say('paper.on-the-web'),
    withoutComputer: say('paper.without-computer', { route: place.offlineRoute || say('paper.town-hall') }),
  }
}
