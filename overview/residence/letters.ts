import { href } from '@folkmoot/basics/addresses.ts'
import { csvOf } from '@folkmoot/basics/csv.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { everydayWords, pageLanguages, timeWords } from '../../platform/i18n/index.ts'
import { envelopesOf, type Printing } from '../../platform/identity/residence/index.ts'
import { codeOfLetter, letterWords, printLetters, spacedCode, type LetterSheet } from '../../stages/arena/index.ts'
import { residenceWords } from './messages/words.ts'
import { lettersPerPart, partsOf } from './parts.ts'

type OfRun = Visit<'residence.part'> | Visit<'residence.table'>

/** One file of a run, made anew each time from its key: nothing that bears a code is kept. Undefined where there is no such file. */
export async function printedPart(
  visit: OfRun,
  printing: Printing,
  part: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const asked = partsOf(printing.letters).find((one) => one.part === part)
  if (!asked) return undefined
  const envelopes = await envelopesOf(visit.read, { run: printing.run, after: asked.after, most: lettersPerPart })
  const bytes = await printLetters(
    sheetOf(visit, printing),
    envelopes.map((envelope) => ({
      address: [toWhom(visit), ...envelope.lines],
      number: `${printing.run}–${envelope.number}`,
      ...codeIn(visit, printing, envelope.number),
    })),
  )
  return new Uint8Array(bytes)
}

/** All letters of a run for a house that prints them. */
export async function lettersTable(visit: OfRun, read: Read, printing: Printing): Promise<string> {
  const envelopes = await envelopesOf(read, { run: printing.run, after: 0, most: printing.letters })
  const say = letterWords.say(visit.lang)
  const lines = [1, 2, 3, 4]
  const head = [
    say('table.number'),
    ...lines.map((line) => say('table.address', { line })),
    say('table.code'),
    say('table.link'),
  ]
  const rows = envelopes.map((envelope) => {
    const { code, link } = codeIn(visit, printing, envelope.number)
    const address = [toWhom(visit), ...envelope.lines]
    return [String(envelope.number), ...lines.map((line) => address[line - 1] ?? ''), code, link]
  })
  return csvOf([head, ...rows])
}

function codeIn(visit: OfRun, { key }: Printing, number: number): { readonly code: string; readonly link: string } {
  const code = codeOfLetter(key, number)
  // Behind `#` a browser sends nothing to anybody: the code stands in no log.
  return { code: spacedCode(code), link: `${linkOf(visit)}#${code}` }
}

function linkOf(visit: OfRun): string {
  const { slug } = visit.jurisdiction
  return `${visit.origin}${href('residence', { lang: firstLanguage(visit), jurisdiction: slug })}`
}

/** A letter to a household is addressed once: in the first language of the place, whatever the clerk reads. */
function firstLanguage({ jurisdiction, lang }: OfRun): string {
  return pageLanguages(jurisdiction)[0] ?? lang
}

function toWhom(visit: OfRun): string {
  return residenceWords.say(firstLanguage(visit))('to-whom')
}

function sheetOf(visit: OfRun, { madeAt, endsAt }: Printing): LetterSheet {
  const place = visit.jurisdiction
  return {
    place: place.name,
    web: linkOf(visit).replace(/^https?:\/\//, ''),
    at: madeAt,
    words: pageLanguages(place)
      .slice(0, 2) // what one page has room for
      .map((lang) => {
        const [say, letter] = [residenceWords.say(lang), letterWords.say(lang)]
        const time = timeWords(everydayWords.say(lang), { lang, timeZone: place.timeZone, now: madeAt })
        return {
          title: say('paper.title', { place: place.name }),
          paragraphs: [
            say('paper.why', { place: place.name }),
            say('paper.how', { day: time.day(endsAt) }),
            say('paper.privacy'),
          ],
          onTheWeb: letter('paper.on-the-web'),
          withoutComputer: letter('paper.without-computer', {
            route: place.offlineRoute || letter('paper.town-hall'),
          }),
        }
      }),
  }
}
