import { href } from '@folkmoot/basics/addresses.ts'
import { politicians, politiciansById, termsOf, todayIn } from '../../platform/directory/index.ts'
import { filesAndStones, filesOf, type HiddenFile, type KeptFile } from '../../platform/files/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { interestWords } from './interests/messages/words.ts'
import { interestsIn, standingOf } from './interests/standing.ts'
import { actorWords } from './actors/messages/words.ts'
import { mayNameActor } from './actors/rules.ts'
import { affectedActors } from './actors/store.ts'
import { agendaWords } from './agenda/messages/words.ts'
import { answerWords } from './answers/messages/words.ts'
import { wayOf } from './answers/way.ts'
import { businessOf } from './business.ts'
import { problemCrumbs } from './crumbs.ts'
import type { KeptFiles } from './form.ts'
import { answerState } from './framing-commands.ts'
import { framings as framingsOf } from './framing-store.ts'
import { aroundOf } from './merges/around.ts'
import { mergeWords } from './merges/messages/words.ts'
import { levelsPartOf } from './handovers/show.tsx'
import { problemWords } from './messages/words.ts'
import { ProblemPage } from './pages/problem-page.tsx'
import { ReframePage } from './pages/reframe-page.tsx'
import * as rules from './rules.ts'
import { sponsorWords } from './sponsors/messages/words.ts'
import { pastSponsors, waitingInvitations } from './sponsors/store.ts'
import * as store from './store.ts'
import { supportWords } from './supports/messages/words.ts'

type ProblemVisit =
  | Visit<'problem.page'>
  | Visit<'problem.sponsor'>
  | Visit<'problem.answer-framing'>
  | Visit<'problem.invite-sponsor'>
  | Visit<'problem.accept-naming'>
  | Visit<'problem.step-back'>

export async function problemPage(visit: ProblemVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const { read, actor } = visit
  const problem = await store.problemBySlug(read, visit.params.problem)
  if (!problem) return notFound()
  const words = problemWords.say(visit.lang)
  const [levels, framings, sponsors, past, actors, invitations, business, state, interests, standing, way] =
    await Promise.all([
      levelsPartOf(visit, problem),
      framingsOf(read, problem.id),
      store.sponsorsOf(read, problem.id),
      pastSponsors(read, problem.id),
      affectedActors(read, problem.id),
      waitingInvitations(read, { problem: problem.id }),
      businessOf(read, problem.id),
      answerState(read, problem),
      interestsIn(visit, problem.id),
      standingOf(visit, problem.id),
      wayOf(visit, problem),
    ])
  const isSponsor = rules.isSponsor(problem, actor)
  const as = rules.answersAs(state, actor)
  const shown = [...problem.sponsors, ...past.map(({ person }) => person)]
  const [authors, files, people, terms, hidden, seated] = await Promise.all([
    bylines(read, [problem.writtenDownBy, ...framings.flatMap((framing) => [framing.proposedBy, framing.answeredBy])]),
    filesAndStones(
      read,
      framings.map((framing) => framing.id),
    ),
    politiciansById(read, [...shown, ...invitations.flatMap(({ person, invitedBy }) => [person, invitedBy])]),
    termsOf(read, shown),
    hiddenAmong(read, [problem.id, ...framings.map((framing) => framing.id)]),
    isSponsor ? politicians(read, todayIn(visit.jurisdiction, visit.now)) : [],
  ])
  return page({
    title: `${words('page.title')}: ${problem.question}`,
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ProblemPage
        reader={visit}
        say={words}
        sayActor={actorWords.say(visit.lang)}
        saySponsor={sponsorWords.say(visit.lang)}
        sayInterest={interestWords.say(visit.lang)}
        interests={interests}
        sayAgenda={agendaWords.say(visit.lang)}
        sayAnswers={answerWords.say(visit.lang)}
        saySupport={supportWords.say(visit.lang)}
        now={visit.now}
        way={way}
        standing={standing}
        errors={errors}
        typed={visit.form.typed}
        {...{ problem, levels, framings, sponsors, past, actors, authors, people, terms, hidden, business }}
        sayMerge={mergeWords.say(visit.lang)}
        around={await aroundOf(read, problem, visit)}
        files={files.map((file) => shownFile(visit, file))}
        isSponsor={isSponsor}
        // Between colleagues: who asked and who was asked see it, nobody else.
        invitation={invitations.find(({ person }) => person === actor.person && !isSponsor) ?? null}
        asked={isSponsor ? invitations.map(({ person }) => person) : []}
        colleagues={seated.filter(
          ({ id }) => !problem.sponsors.includes(id) && !invitations.some(({ person }) => person === id),
        )}
        may={{
          sponsor: problem.source === null && rules.sponsor(problem, actor).ok,
          reframe: problem.source === null && problem.mergedInto === null && rules.mayRaise.allows(actor),
          answer: as !== null,
          acceptAnother: as !== null && rules.mayAccept(state, 'another-problem', as),
          addActor: mayNameActor.allows(actor),
        }}
      />
    ),
  })
}

export async function reframePage(
  visit: Visit<'problem.reframing'> | Visit<'problem.reframe'>,
  errors: readonly FieldError[] = [],
  kept: KeptFiles = {},
): Promise<Reply> {
  const problem = await store.problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const words = problemWords.say(visit.lang)
  const { question, whatHappens, whoIsAffected, howOften, sinceWhen, tried, place } = problem
  const point = problem.point ? `${problem.point.latitude}, ${problem.point.longitude}` : ''
  const kind = rules.framingKinds.find((one) => one === visit.query.get('kind')) ?? 'words'
  const firstTyped = { question, whatHappens, whoIsAffected, howOften, sinceWhen, tried, place, point, kind }
  const current = (await framingsOf(visit.read, problem.id)).find((framing) => framing.state === 'current')
  return page({
    title: words('reframe.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ReframePage
        say={words}
        common={visit.common}
        action={visit.to('problem.reframe', { problem: problem.slug })}
        typed={errors.length > 0 ? visit.form.typed : firstTyped}
        errors={errors}
        kept={kept}
        files={current ? await filesOf(visit.read, [current.id]) : []}
      />
    ),
  })
}

function shownFile({ jurisdiction }: Visit, file: KeptFile | HiddenFile) {
  return 'stone' in file ? file : { ...file, href: href('file', { jurisdiction: jurisdiction.slug, hash: file.hash }) }
}
