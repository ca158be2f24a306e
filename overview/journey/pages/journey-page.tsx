import type { Problem } from '../../../stages/problem/index.ts'
import {
  Button,
  ButtonLink,
  Form,
  Head,
  HiddenField,
  Note,
  PromiseBanner,
  PromiseLine,
  Said,
  Section,
  TopAndBeside,
} from '../../../ui/index.ts'
import { threadWords } from '../../thread/messages/words.ts'
import { DueClock } from '../../due-clock.tsx'
import type { SayJourney } from '../messages/words.ts'
import { JourneySteps } from './journey-steps.tsx'
import { Leaders, More, NextMeeting, OtherLevels } from './journey-aside.tsx'
import { ThreadSection } from '../../thread/pages/thread-section.tsx'
import type { JourneyPageProps } from './journey-props.ts'

/** One problem from being raised to what came of it: the hub that every page of a case links back to. */
export function JourneyPage(props: JourneyPageProps) {
  const { say } = props
  const beside = (
    <>
      <Leaders {...props} />
      <OtherLevels {...props} />
      <NextMeeting {...props} />
      <More {...props} />
    </>
  )
  // A promise of one sentence leaves room: what stands beside comes up to it.
  const isShort = props.owed.length === 0 && termsOf(props).length === 0
  return (
    <>
      <TopAndBeside
        top={<Top {...props} />}
        topAside={
          <>
            <Promised {...props} />
            {props.isTold ? <Told say={say} problem={props.problem} /> : null}
            {isShort ? beside : null}
          </>
        }
        main={
          <Section id="journey" title={say('journey')}>
            <JourneySteps say={say} steps={props.steps} isTold={props.isTold} />
          </Section>
        }
        aside={isShort ? null : beside}
      />
      <ThreadSection
        {...props}
        say={threadWords.say(props.reader.lang)}
        slug={props.problem.slug}
        isTold={props.problem.source !== null}
      />
    </>
  )
}

const mostLetters = 320

function Top({ reader, say, problem, isHidden, isTold, goesOn, steps, follows, followers }: JourneyPageProps) {
  const { to, time } = reader
  const eyebrow = problem.source === null ? say('eyebrow', { day: time.day(problem.raisedAt) }) : say('eyebrow-told')
  // What one can do now stands before any scrolling, not only in its step.
  const act = isTold ? undefined : steps.find((step) => step.stands === 'now')?.acts[0]
  return (
    <>
      <Head
        eyebrow={eyebrow}
        title={<Said lang={problem.language}>{problem.question}</Said>}
        lead={isHidden ? say('hidden') : <Said lang={problem.language}>{shortened(problem.whatHappens)}</Said>}
      />
      {goesOn ? (
        <Note icon="refer">
          <p>
            <strong>{goesOn.title}</strong>
          </p>
          <p>
            {goesOn.go}{' '}
            <a class="fm-link" href={goesOn.href} lang={goesOn.language}>
              {goesOn.question}
            </a>
          </p>
          <p>{goesOn.counts}</p>
        </Note>
      ) : null}
      <p>
        <a href={to('problem.page', { problem: problem.slug })}>{say('read-problem')}</a>
      </p>
      {act ? (
        <div class="fm-act">
          <ButtonLink href={act.href}>{act.text}</ButtonLink>
          <span class="fm-mini">{act.effort}</span>
        </div>
      ) : null}
      <div class="fm-act">
        {isTold ? null : (
          <Follow
            {...{ say, follows }}
            isFirst={act === undefined}
            action={to('journey.follow', { problem: problem.slug })}
          />
        )}
        <ButtonLink variant="secondary" icon="thread" href="#thread-title">
          {say('to-thread')}
        </ButtonLink>
        {isTold ? null : <span class="fm-mini">{say('followers', { count: followers })}</span>}
      </div>
    </>
  )
}

function Follow({
  say,
  follows,
  isFirst,
  action,
}: {
  readonly say: SayJourney
  readonly follows: boolean
  /** Nothing else can be done now. */
  readonly isFirst: boolean
  readonly action: string
}) {
  return (
    <Form action={action} shape="inline">
      <HiddenField name="follow" value={follows ? 'no' : 'yes'} />
      <Button icon="bell" variant={follows ? 'tertiary' : isFirst ? 'primary' : 'secondary'}>
        {say(follows ? 'unfollow' : 'follow')}
      </Button>
    </Form>
  )
}

function Told({ say, problem }: { readonly say: SayJourney; readonly problem: Problem }) {
  const source = problem.source && /https?:\/\/\S+/.exec(problem.source)?.[0]
  return (
    <Note icon="info">
      <p>{say('told')}</p>
      {problem.source ? (
        <p>
          {source ? (
            <a href={source} rel="noopener">
              {say('told-source')}
            </a>
          ) : (
            problem.source
          )}
        </p>
      ) : null}
    </Note>
  )
}

const mostClocks = 2

/**
 * How far it goes and what can change; of a told case also how soon the answer was to come, which here no clock shows. Three times "Unknown" says no more than one sentence does.
 */
function termsOf({ reader, say, promise, isTold }: JourneyPageProps) {
  const unknown = reader.common('unknown')
  return promise
    ? [
        { term: say('promise-level'), text: promise.level },
        { term: say('promise-can'), text: promise.can },
        { term: say('promise-cannot'), text: promise.cannot },
        ...(isTold ? [{ term: say('promise-answer'), text: promise.answer }] : []),
      ].filter(({ text }) => text !== '' && text !== unknown)
    : []
}

function Promised(props: JourneyPageProps) {
  const { reader, say, now, isTold, owed, promise, steps } = props
  const open = owed.filter((one) => !one.isDone)
  // A question answered on the way does not keep the promise: the answer to the recommendations does.
  const isKept = owed.length > 0 && open.length === 0 && steps.find(({ name }) => name === 'answer')?.state === 'done'
  const shown = open.length > 0 ? open.slice(0, mostClocks) : owed.slice(-1)
  const terms = termsOf(props)
  return (
    <PromiseBanner
      title={isKept && !isTold ? say('promise-kept') : say('promise')}
      isKept={isKept && !isTold}
      terms={terms}
      clocks={shown.map((one) => (
        <div class="fm-promise__due">
          <DueClock due={one.due} isDone={one.isDone || isTold} now={now} time={reader.time} common={reader.common} />
          <p class="fm-small">
            <a href={one.href}>{one.title}</a>
          </p>
        </div>
      ))}
    >
      {promise?.lowered ? <PromiseLine icon="late">{promise.lowered}</PromiseLine> : null}
      {terms.length === 0 && owed.length === 0 ? (
        <p class="fm-small">{say(isTold ? 'promise-unknown' : 'promise-none')}</p>
      ) : null}
    </PromiseBanner>
  )
}

/** As many whole words as a lead has room for; the whole text is on the problem's page. */
function shortened(text: string): string {
  const [first = ''] = text.split(/\n{2,}/)
  return first.length <= mostLetters ? first : `${first.slice(0, first.lastIndexOf(' ', mostLetters))}…`
}
