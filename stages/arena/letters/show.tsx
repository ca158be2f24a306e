import { csvOf } from '@folkmoot/basics/csv.ts'
import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { file, notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemBySlug, problemCrumbs, problemsById } from '../../problem/index.ts'
import { loadArena } from '../arena.ts'
import { featuresOf } from '../features/store.ts'
import { arenaWords } from '../messages/words.ts'
import type { Opened } from './answers-commands.ts'
import * as answers from './answers-store.ts'
import { codeOf, spaced } from './codes.ts'
import { drawnAgain, lettersState } from './commands.ts'
import { linkOf } from './jobs.ts'
import { letterWords, type SayLetter } from './messages/words.ts'
import { LetterPage, OpenedPage, SaidYesPage } from './pages/letter-page.tsx'
import { LettersPage } from './pages/letters-page.tsx'
import { planAsked, planOf } from './planning.ts'
import { lettersAfter, runOf } from './print-store.ts'
import { responseTables } from './responses.ts'
import { mayWriteLetters } from './rules.ts'
import { listOf, roundsOf } from './store.ts'
import { waysOfApplicants } from './ways.ts'

export type OfLetter = Visit<'arena.letter'>
export type OfLetters = Visit<'arena.letters'>

export function say(visit: Pick<Visit, 'lang'>): SayLetter {
  return letterWords.say(visit.lang)
}

/** Why a code opened nothing, in words for whoever holds the letter. */
export function saySlip(visit: OfLetter, slip: Exclude<Opened, { readonly kind: 'opened' }>): string {
  return slip.kind === 'too-many'
    ? say(visit)('refused.too-many', { hour: visit.time.hour(slip.again) })
    : say(visit)(`refused.${slip.why}`)
}

/** Asks for the code; or, where it was typed already, what the letter is about and yes or no. */
export async function letterPage(visit: OfLetter, errors: readonly FieldError[] = []): Promise<Reply> {
  const words = say(visit)
  if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
  const status = errors.length > 0 ? 422 : 200
  const shared = { say: words, reader: visit, errors, typed: visit.form.typed }
  const letter = visit.letter && (await answers.letterByToken(visit.read, visit.letter, visit.now))
  const [problem] = letter ? await problemsById(visit.read, [letter.problem]) : []
  if (letter && problem && letter.answer === 'yes' && visit.actor.account !== null)
    return page({ title: words('letter.said-yes'), body: <SaidYesPage {...shared} problem={problem} />, status })
  if (!letter || !problem || letter.answer !== null) {
    const [{ offlineRoute }, hasSaidNo] = [visit.jurisdiction, letter?.answer === 'no']
    return page({
      title: words(hasSaidNo ? 'done.no' : 'letter.title'),
      body: <LetterPage {...shared} {...{ offlineRoute, hasSaidNo }} />,
      status,
    })
  }
  const isKnown = isSignedIn(visit.actor)
  return page({
    title: words('letter.title'),
    body: <OpenedPage {...shared} problem={problem} closesAt={letter.closesAt} isKnown={isKnown} />,
    status,
  })
}

export async function lettersPage(visit: OfLetters, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const words = say(visit)
  const arena = await loadArena(visit.read, problem)
  const [state, list, rounds, features, responses, reasons] = await Promise.all([
    lettersState(visit.read, problem.id, arena),
    listOf(visit.read, problem.id),
    roundsOf(visit.read, problem.id),
    featuresOf(visit.read),
    answers.responsesOf(visit.read, problem.id),
    answers.reasonsOf(visit.read, problem.id),
  ])
  const asked = rounds.find(({ round }) => String(round) === visit.query.get('again'))
  const again = asked && { round: asked.round, isSame: await drawnAgain(visit.read, problem.id, asked) }
  const tables = list ? responseTables(list.features, responses) : []
  const wanted = planAsked(visit)
  const plan =
    list && wanted
      ? planOf(wanted, {
          features: list.features,
          tables,
          unwritten: await answers.unwrittenOf(visit.read, problem.id),
        })
      : undefined
  return page({
    title: words('bench.title'),
    crumbs: [
      ...problemCrumbs(visit, problem),
      { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <LettersPage
        {...{ problem, state, list, rounds, again, errors, reasons, typed: visit.form.typed }}
        say={words}
        reader={visit}
        featureNames={features.map(({ name }) => name)}
        isOpen={
          state.call !== null && Temporal.Instant.compare(visit.now, state.call.closesAt) < 0 && !state.isConfirmed
        }
        ways={await waysOfApplicants(visit.read, problem.id)}
        {...{ tables, plan }}
      />
    ),
  })
}

/** The letters of a round for a house that prints them, until the run is confirmed. */
export async function lettersTable(visit: Visit<'arena.letters-table'>): Promise<Reply> {
  const [problem, round] = [await problemBySlug(visit.read, visit.params.problem), Number(visit.params.number)]
  if (!problem || !Number.isInteger(round) || !mayWriteLetters.allows(visit.actor)) return notFound()
  const run = await runOf(visit.read, problem.id, round)
  if (!run) return notFound()
  const letters = await lettersAfter(visit.read, problem.id, { round, after: 0, most: 50_000 })
  const words = say(visit)
  const link = linkOf(visit.jurisdiction, visit.origin)
  const lines = [1, 2, 3, 4]
  const head = [
    words('table.number'),
    ...lines.map((line) => words('table.address', { line })),
    words('table.code'),
    words('table.link'),
  ]
  const rows = letters.map(({ number, address }) => {
    const code = codeOf(run.key, number)
    return [String(number), ...lines.map((line) => address[line - 1] ?? ''), spaced(code), `${link}#${code}`]
  })
  return file({
    body: csvOf([head, ...rows]),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: `letters-${round}.csv`,
    isPrivate: true,
  })
}
