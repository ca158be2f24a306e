import { anyone, isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirect,
  refused,
  route,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { follow, followerCount, isFollowing, unfollow } from '../../platform/notices/index.ts'
import { adoptedMandate, promiseStrip, promiseWords } from '../../stages/mandate/index.ts'
import { upcomingMeetings } from '../../stages/meeting/index.ts'
import { goesOnIn, handoverLines, problemBySlug, problemCrumbs, type Problem } from '../../stages/problem/index.ts'
import { mayUseBench } from '../bench/who.ts'
import { byName } from '../by-name.ts'
import { meetingLine } from '../meeting-line.ts'
import { owedInCases } from '../owed/owed.ts'
import { journeyWords } from './messages/words.ts'
import { JourneyPage } from './pages/journey-page.tsx'
import { stepsOf } from './steps-of.ts'
import { threadOf } from '../thread/thread-of.ts'

const followForm = fields({ follow: field.choice(['yes', 'no']), back: field.optionalText({ most: 10 }) })

export const journeyRoutes: readonly Route[] = [
  route('journey', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    return problem ? journeyPage(visit, problem) : notFound()
  }),

  route('journey.follow', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const { actor } = visit
    if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
    const problem = await problemBySlug(visit.read, visit.params.problem)
    const form = readForm(visit, followForm)
    if (!problem) return notFound()
    if (!form.ok) return redirect(visit.to('journey', { problem: problem.slug }))
    const about = { kind: 'problem', id: problem.id } as const
    await visit.database.transact(visit.jurisdiction.id, actor, (tx) =>
      form.value.follow === 'yes'
        ? follow(tx, { account: actor.account, about, asAuthor: false })
        : unfollow(tx, actor.account, problem.id),
    )
    return redirect(form.value.back === 'me' ? visit.to('me') : visit.to('journey', { problem: problem.slug }))
  }),
]

async function journeyPage(visit: Visit<'journey'>, problem: Problem) {
  const { read, actor } = visit
  const [goesOn, levels, steps, thread, promise, people, meetings, owed, followers, follows, hidden] =
    await Promise.all([
      goesOnIn(visit, problem),
      handoverLines(visit, problem),
      stepsOf(visit, problem),
      threadOf(visit, problem),
      promiseOf(visit, problem),
      politiciansById(read, problem.sponsors),
      upcomingMeetings(read, { from: visit.now, limit: mostMeetings }),
      owedInCases(visit, [problem.id]),
      followerCount(read, problem.id),
      isSignedIn(actor) ? isFollowing(read, actor.account, problem.id) : false,
      hiddenAmong(read, [problem.id]),
    ])
  const next = meetings.find((meeting) => meeting.problem === problem.id)
  return page({
    title: problem.question,
    titleLang: problem.language,
    crumbs: problemCrumbs(visit, problem).slice(0, -1),
    isWide: true,
    body: (
      <JourneyPage
        reader={visit}
        say={journeyWords.say(visit.lang)}
        now={visit.now}
        problem={problem}
        isHidden={hidden.has(problem.id)}
        isTold={visit.jurisdiction.isTold || problem.source !== null}
        goesOn={goesOn}
        levels={levels}
        steps={steps}
        picture={thread.picture}
        promise={promise}
        owed={owed}
        leaders={byName(people.values(), visit.lang)}
        meeting={next ? meetingLine(visit, next, problem.slug) : null}
        followers={followers}
        follows={follows}
        isStaff={mayUseBench.allows(actor)}
      />
    ),
  })
}

/** Next meetings of the whole place to look among: few places call more at a time. */
const mostMeetings = 200

/** The promise in full; the strip of the other pages is not shown here, but that less is promised than before must be. */
async function promiseOf(visit: Visit<'journey'>, problem: Problem) {
  const [mandate, strip] = await Promise.all([adoptedMandate(visit.read, problem.id), promiseStrip(visit, problem)])
  return mandate ? { ...promiseWords(visit.lang, mandate), lowered: strip?.lowered } : null
}
