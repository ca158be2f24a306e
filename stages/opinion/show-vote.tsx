import { provesAtLeast } from '@folkmoot/basics/actor.ts'
import { notFound, page, part, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { Said } from '../../ui/index.ts'
import { problemCrumbs } from '../problem/index.ts'
import { movesOf } from './deadline/store.ts'
import { lastMapOf, type ReadMap } from './map/last-map.ts'
import { standingOn, whyNowhere } from './map/standing.ts'
import { opinionWords } from './messages/words.ts'
import type { LeadingProps } from './pages/leading.tsx'
import type { Standing } from './pages/standing.tsx'
import { VotePage } from './pages/vote-page.tsx'
import { VotePart, type Answered, type VotePartProps } from './pages/vote-part.tsx'
import { preparedIn } from './prepared/store.ts'
import * as rules from './rules.ts'
import { saidAlike, type SaidAlike } from './said-alike.ts'
import { hearingPage, numberOf } from './show.tsx'
import { knownOf, nextOf } from './order.ts'
import * as store from './store.ts'
import { viewOf, votable, type View } from './view.ts'

/** Loads what the page of voting needs: one statement after the other. */

type CaseVisit =
  | Visit<'opinion.statements'>
  | Visit<'opinion.open'>
  | Visit<'opinion.move-deadline'>
  | Visit<'opinion.vote'>

/** Electronic identities that prove well who somebody is; none where the installation has none. */
export function waysToProve({ eid, to }: Pick<Visit, 'eid' | 'to'>) {
  return (eid?.offered ?? [])
    .filter(({ best }) => best !== 'low')
    .map(({ name, label }) => ({ label, action: to('sign-in.with', { provider: name }) }))
}

/** Where a vote leads to: the next statement, with the way back to this one. */
export function afterVote(visit: Visit<'opinion.vote'>): string {
  return `${visit.to('opinion.statements', { problem: visit.params.problem })}?after=${numberOf(visit.params.number)}`
}

/** What has changed by a vote just cast: the page of its address, without the frame, in the answer itself. */
export async function votedPart(visit: Visit<'opinion.vote'>): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view) return notFound()
  const last = answerTo(view, visit.params.number)
  return part(<VotePart {...await partOf(visit, view, { last })} />, afterVote(visit))
}

export async function votePage(visit: CaseVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view) return notFound()
  const { problem, consultation } = view
  if (consultation?.isHearing) return hearingPage(visit, view, { hearing: consultation, matters: view.statements })
  const props = await partOf(visit, view, {
    last: answerTo(view, visit.query.get('after')),
    changing: answerTo(view, visit.query.get('change')),
  })
  if (visit.isIsland) return part(<VotePart {...props} />)
  return page({
    title: props.say('vote.title', { question: problem.question }),
    crumbs: [...problemCrumbs(visit, problem)],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <VotePage
        {...props}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        leading={await leadingOf(visit, view, errors)}
        moved={consultation && view.isOpen ? (await movesOf(visit.read, consultation.id)).at(-1) : undefined}
      />
    ),
  })
}

type Coming = { readonly last?: Answered | undefined; readonly changing?: Answered | undefined }

async function partOf(visit: CaseVisit, view: View, { last, changing }: Coming): Promise<VotePartProps> {
  const { consultation, isOpen, mine } = view
  const isInvited = rules.isInvited(visit.actor)
  const voting = consultation && isOpen && isInvited ? { ...view, consultation } : undefined
  return {
    reader: visit,
    say: opinionWords.say(visit.lang),
    slug: view.problem.slug,
    consultation,
    isOpen,
    isInvited,
    statements: askedIn(view).map(({ first }) => first),
    alike: askedIn(view),
    isProven: provesAtLeast(visit.actor, consultation?.leastAssurance ?? 'low'),
    waysToProve: waysToProve(visit),
    mine,
    last,
    changing,
    ...(voting ? await comingTo(visit, voting) : { next: undefined, standing: undefined }),
    isArriving: last !== undefined || changing !== undefined || visit.isIsland,
  }
}

/** What people are asked: what many wrote in nearly the same words is asked once. Each of them has its own page all the same. */
function askedIn(view: View): readonly SaidAlike[] {
  return saidAlike(votable(view))
}

type Voting = View & { readonly consultation: store.Consultation }

/** The next statement, and where she stands: both from what she may see of the results, and no more. */
async function comingTo(visit: CaseVisit, view: Voting): Promise<Pick<VotePartProps, 'next' | 'standing'>> {
  const { consultation } = view
  const shows = rules.showsResults(consultation, { voted: view.mine.size })
  const [drawn, map] = await Promise.all([
    store.drawn(visit.read, consultation.id),
    shows === 'yes' ? lastMapOf(visit.read, consultation.id) : undefined,
  ])
  const groupsOf = new Map(map?.published.statements.map(({ number, groups }) => [number, groups]))
  const statements = askedIn(view).map(({ first }) => first)
  const place = nextOf(
    statements.map(({ id, number }) => ({
      id,
      isSeen: view.mine.has(id),
      known: knownOf(
        { counted: drawn.get(id), groups: groupsOf.get(number)?.map(({ agree }) => agree) ?? [] },
        { mayKnow: shows === 'yes' },
      ),
    })),
    `${consultation.id} ${visit.actor.account}`,
  )
  return {
    next: place === undefined ? undefined : statements[place],
    standing: standingIn(visit, view, { shows, map }),
  }
}

type Shown = { readonly shows: ReturnType<typeof rules.showsResults>; readonly map: ReadMap | undefined }

function standingIn(visit: CaseVisit, view: View, { shows, map }: Shown): Standing | undefined {
  const voted = view.mine.size
  if (shows === 'vote-more' && voted > 0) return { kind: 'more', left: rules.votesUntilResults - voted }
  if (shows !== 'yes') return undefined
  const here = map && standingOn(map, view, visit.lang)
  if (here !== undefined) return { kind: 'here', words: here }
  const nowhere = whyNowhere(map, visit.lang)
  return nowhere === undefined ? undefined : { kind: 'nowhere', words: nowhere }
}

/** Her answer to a statement that can still be voted on. */
function answerTo(view: View, number: string | null): Answered | undefined {
  const statement = votable(view).find((one) => one.number === numberOf(number ?? ''))
  const choice = statement && view.mine.get(statement.id)
  return statement && choice ? { statement, choice } : undefined
}

async function leadingOf(
  visit: CaseVisit,
  { problem, consultation, isOpen }: View,
  errors: readonly FieldError[],
): Promise<LeadingProps | undefined> {
  if (!rules.mayLeadHere(problem.id, visit.actor) || (consultation && !isOpen)) return undefined
  return {
    reader: visit,
    say: opinionWords.say(visit.lang),
    slug: problem.slug,
    closesAt: consultation?.closesAt ?? null,
    prepared: consultation ? 0 : (await preparedIn(visit.read, problem.id)).length,
    isChair: rules.isChair(problem.id, visit.actor),
    mayAskForProof: waysToProve(visit).length > 0,
    errors,
    typed: visit.form.typed,
  }
}
