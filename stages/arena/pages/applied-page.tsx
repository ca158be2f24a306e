import type { Reader } from '../../../platform/http/index.ts'
import { Button, ButtonLink, Confirmation, FactList, Form, Head, Prose, Section } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Offer } from '../acceptances/store.ts'
import { profileName, type Arena } from '../arena.ts'
import type { SayArena } from '../messages/words.ts'
import type { Application } from '../store.ts'
import { fewestShown } from './call.tsx'

export type AppliedPageProps = {
  readonly say: SayArena
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  readonly application: Application
  /** The latest seat she was offered. */
  readonly offer: Offer | undefined
  /** How many asked for the same profile. */
  readonly asked: number
  readonly mayChange: boolean
}

/** What became of my application, whenever I come back: the answer, its reason, and what it was measured against. */
export function AppliedPage(props: AppliedPageProps) {
  const { say, reader, problem, arena, application } = props
  const to = { problem: problem.slug }
  const lead = say('apply.done-lead', {
    number: application.number,
    profile: profileName(arena, application.profile),
    day: reader.time.day(application.appliedAt),
  })
  return (
    <>
      {application.state === 'waiting' ? (
        <Confirmation title={say('apply.done')} lead={lead}>
          <State {...props} />
        </Confirmation>
      ) : (
        <>
          <Head eyebrow={problem.question} title={say('apply.answered')} lead={lead} />
          <State {...props} />
        </>
      )}
      {application.state === 'waiting' ? null : <Numbers {...props} />}
      <Section id="words" title={say('apply.words')} size="mid">
        <Prose text={application.motivation} />
        <p class="fm-small">{say('list.tie', { tie: application.tie })}</p>
      </Section>
      <Acts {...props} />
      <p>
        <a class="fm-link" href={reader.to('arena.people', to)}>
          {say('apply.back')}
        </a>
      </p>
    </>
  )
}

function State({ say, reader, problem, arena, application, offer }: AppliedPageProps) {
  const reason = application.answer
  if (application.state === 'waiting') {
    const day = arena.call ? reader.time.day(arena.call.closesAt) : ''
    return <p>{say('apply.state-waiting', { day })}</p>
  }
  if (offer?.state === 'waiting')
    return (
      <>
        <p>{say('apply.offered', { reason: offer.reason, deadline: reader.time.deadline(offer.answerBy) })}</p>
        <div class="fm-act">
          <ButtonLink href={reader.to('arena.offer', { problem: problem.slug })}>{say('apply.to-offer')}</ButtonLink>
        </div>
      </>
    )
  if (offer?.state === 'declined' || offer?.state === 'lapsed') return <p>{say(`apply.offer-${offer.state}`)}</p>
  if (arena.left.some(({ account }) => account === application.account) && !isSitting(arena, application))
    return <p>{say('apply.left')}</p>
  if (application.state === 'selected') return <p>{say('apply.state-selected', { reason })}</p>
  return (
    <>
      <p>{say('apply.state-not-selected', { reason })}</p>
      {application.substitute === null ? null : <p>{say('apply.substitute', { place: application.substitute })}</p>}
    </>
  )
}

function isSitting(arena: Arena, { account }: Application): boolean {
  return arena.seats.some((seat) => seat.account === account)
}

/** What the answer was measured against: how many asked for how many seats, and what somebody should bring. */
function Numbers({ say, reader, arena, application, asked }: AppliedPageProps) {
  const profile = arena.rule.profiles.find(({ id }) => id === application.profile)
  if (!profile) return null
  return (
    <Section id="numbers" title={say('apply.numbers', { profile: profile.name })} size="mid">
      <FactList
        rows={[
          { term: say('apply.asked-for'), value: asked < fewestShown ? say('page.fewer-than-five') : String(asked) },
          {
            term: say('page.wanted'),
            value: profile.wanted === null ? reader.common('unknown') : String(profile.wanted),
          },
          { term: say('apply.criteria'), value: profile.criteria.join(' · ') },
        ]}
      />
    </Section>
  )
}

function Acts({ say, reader, problem, application, mayChange }: AppliedPageProps) {
  if (application.state !== 'waiting') return null
  const to = { problem: problem.slug }
  return (
    <Form action={reader.to('arena.withdraw-application', to)} label={say('apply.withdraw')}>
      <div class="fm-act">
        {mayChange ? (
          <ButtonLink href={`${reader.to('arena.application', to)}?change`} variant="secondary">
            {say('apply.change')}
          </ButtonLink>
        ) : null}
        <Button variant="secondary">{say('apply.withdraw')}</Button>
      </div>
      <p class="fm-mini">{say('apply.withdraw-help')}</p>
    </Form>
  )
}
