import { holds, isStaff } from '@folkmoot/basics/actor.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { declarations, problemBySlug, problemCrumbs, type Problem } from '../../problem/index.ts'
import { loadArena } from '../arena.ts'
import { leads } from '../rules.ts'
import { arenaWords } from '../messages/words.ts'
import { appealWords } from './messages/words.ts'
import { AppealPage } from './pages/appeal-page.tsx'
import { AppealsPage } from './pages/appeals-page.tsx'
import * as rules from './rules.ts'
import { appealsOf } from './store.ts'

export type OfAppeals = Visit<'arena.appeals'>
export type OfAppeal = Visit<'arena.appeal'>

export function say(visit: Pick<Visit, 'lang'>) {
  return appealWords.say(visit.lang)
}

function crumbsTo(visit: OfAppeals | OfAppeal, problem: Problem) {
  return [
    ...problemCrumbs(visit as OfAppeals, problem),
    { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
  ]
}

/** For whoever looks for people: whom so far, and the form. */
export async function appealsPage(visit: OfAppeals, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  if (!rules.mayLookFor(arena, visit.actor)) return refused(say(visit)('refused.not-yours-to-appeal'), 403)
  const [appeals, organisations] = await Promise.all([appealsOf(visit.read, problem.id), declarations(visit.read)])
  const hidden = await hiddenAmong(
    visit.read,
    appeals.map(({ id }) => id),
  )
  return page({
    title: say(visit)('list.title'),
    crumbs: crumbsTo(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AppealsPage
        reader={visit}
        say={say(visit)}
        {...{ problem, errors }}
        appeals={appeals}
        hidden={new Set(hidden.keys())}
        organisations={organisations.filter((one) => one.withdrawnAt === null && !one.isHidden)}
        isOpen={rules.isOpen(arena, visit.now)}
        mayOpen={leads(arena, visit.actor)}
        openers={await openersOf(visit, problem)}
        typed={errors.length > 0 ? visit.form.typed : prefilled(visit)}
      />
    ),
  })
}

/** Who takes the case in hand, and so opens the call. */
async function openersOf(visit: OfAppeals, { sponsors }: Problem): Promise<string> {
  const leaders = [...(await politiciansById(visit.read, sponsors)).values()].map(({ name }) => name)
  return new Intl.ListFormat(visit.lang, { type: 'disjunction' }).format(leaders)
}

/** From the report of who is missing: whom, and how many. */
function prefilled({ query }: Pick<Visit, 'query'>): Readonly<Record<string, string>> {
  const [whom, wanted] = [query.get('whom'), query.get('wanted')]
  return whom === null ? {} : { whom, wanted: wanted ?? '' }
}

/** One of them, to be read by whoever is looked for; made to be printed and pinned up. */
export async function appealPage(visit: OfAppeal): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const number = Number(visit.params.number)
  const appeal = problem && (await appealsOf(visit.read, problem.id)).find((one) => one.number === number)
  if (!problem || !appeal) return notFound()
  const [arena, hidden] = await Promise.all([loadArena(visit.read, problem), hiddenAmong(visit.read, [appeal.id])])
  const isHidden = hidden.has(appeal.id)
  const place = { lang: visit.lang, jurisdiction: visit.jurisdiction.slug }
  return page({
    title: isHidden ? say(visit)('one.hidden') : say(visit)('one.title', { whom: appeal.whom }),
    titleLang: isHidden ? undefined : appeal.language,
    crumbs: crumbsTo(visit, problem),
    body: (
      <AppealPage
        reader={visit}
        say={say(visit)}
        {...{ problem, appeal, arena, isHidden }}
        mayAsk={!holds(visit.actor, 'politician') && !isStaff(visit.actor)}
        place={visit.jurisdiction.name}
        offlineRoute={visit.jurisdiction.offlineRoute}
        printed={`${visit.origin}${href('arena.people', { ...place, problem: problem.slug })}`}
        isOpen={rules.isOpen(arena, visit.now) && appeal.endedAt === null}
      />
    ),
  })
}
