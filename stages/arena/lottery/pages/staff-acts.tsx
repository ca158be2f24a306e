import { Button, ButtonLink, Details, Form, Note, Section, TextArea } from '../../../../ui/index.ts'
import { isOut } from '../beacon-rules.ts'
import { Announce } from './beacon-acts.tsx'
import { TooFew } from './choices.tsx'
import { Impossible } from './impossible.tsx'
import type { DrawPageProps } from './props.ts'
import { Throw } from './throw-acts.tsx'

/** What whoever prepares the draw does next: one act, and what has to be there first. */
export function StaffActs(props: DrawPageProps) {
  const { view, now } = props
  const { lottery, arena } = view.standing
  if (lottery?.step === 'drawn') return view.free > 0 ? <Again {...props} /> : null
  if (!lottery || (arena.isConfirmed && lottery.replaces === null)) return null
  // Whoever dislikes the number that is out does not get rid of it.
  const { throws, readings, announced } = view
  const hasComeInPart =
    throws.length > 0 || readings.length > 0 || announced.some(({ givenUpAt }) => givenUpAt !== null)
  const isNumberOut =
    lottery.step === 'panels' && (hasComeInPart || (view.beacon !== undefined && isOut(view.beacon, now)))
  return (
    <>
      {lottery.step === 'limits' ? <Lock {...props} /> : null}
      {lottery.step === 'pool' ? <Make {...props} /> : null}
      {lottery.step === 'panels' ? <Throw {...props} /> : null}
      {isNumberOut ? null : <End {...props} />}
    </>
  )
}

/** Everybody who was drawn has answered, and seats are free. */
function Again(props: DrawPageProps) {
  const { say, reader, problem, view, now } = props
  const { free } = view
  const { call, isConfirmed } = view.standing.arena
  if (isConfirmed) {
    return (
      <Section id="act" title={say('again.title', { free })} lead={say('refused.begun-already')}>
        <ButtonLink href={reader.to('arena.vacancies', { problem: problem.slug })} variant="secondary">
          {say('again.vacancies')}
        </ButtonLink>
      </Section>
    )
  }
  if (call && Temporal.Instant.compare(now, call.closesAt) < 0) {
    return (
      <Section id="act" title={say('again.title', { free })}>
        <Note icon="clock">
          <p>{say('again.wait', { deadline: reader.time.deadline(call.closesAt) })}</p>
        </Note>
      </Section>
    )
  }
  if ((view.canFill ?? 0) < free) return <TooFew {...props} seats={free} />
  return (
    <Section id="act" title={say('again.title', { free })} lead={say('again.lead')}>
      <Form action={reader.to('arena.draw-lottery-again', { problem: problem.slug })} labelledBy="act">
        <Button>{say('again.send', { free })}</Button>
      </Form>
    </Section>
  )
}

function Lock(props: DrawPageProps) {
  const { say, reader, problem, view, now } = props
  const slug = { problem: problem.slug }
  const { call } = view.standing.arena
  const isClosed = call !== null && Temporal.Instant.compare(now, call.closesAt) >= 0
  const seats = view.limits?.seats ?? 0
  if (isClosed && (view.canFill ?? 0) < seats) return <TooFew {...props} seats={seats} />
  return (
    <Section id="act" title={say('lock.title')} lead={say('lock.lead')}>
      {isClosed ? (
        <Form action={reader.to('arena.lock-lottery-list', slug)} labelledBy="act">
          <Button icon="locked">{say('lock.send')}</Button>
        </Form>
      ) : (
        <Note icon="clock">
          <p>{call ? say('lock.wait', { deadline: reader.time.deadline(call.closesAt) }) : say('lock.no-call')}</p>
        </Note>
      )}
      <p>
        <a class="fm-link" href={reader.to('arena.lottery-limits', slug)}>
          {say('lock.change')}
        </a>
      </p>
    </Section>
  )
}

function Make(props: DrawPageProps) {
  const { say, reader, problem, view } = props
  const { run } = view
  const slug = { problem: problem.slug }
  const isMaking = run?.state === 'waiting' || run?.state === 'running'
  if (run?.state === 'impossible' && run.conflict && run.version === view.standing.lottery?.version)
    return view.isOpen ? (
      <Impossible {...props} run={run} conflict={run.conflict} />
    ) : (
      <Section id="act" title={say('impossible.title')} lead={say('refused.sealed')}>
        {null}
      </Section>
    )
  return (
    <Section id="act" title={say('make.title')} lead={say('make.lead')}>
      {isMaking ? (
        <div class="fm-stack" role="status">
          <p>
            {run.progress
              ? say(`make.step-${run.progress.step}`, { round: run.progress.round + 1 })
              : say('make.waiting')}{' '}
            {say('make.since', { hour: reader.time.hour(run.askedAt) })}
          </p>
          <div class="fm-act">
            <ButtonLink href={`${reader.to('arena.lottery', slug)}#act`} variant="secondary">
              {say('make.look')}
            </ButtonLink>
            <Form shape="inline" action={reader.to('arena.stop-lottery-panels', slug)} label={say('make.stop')}>
              <Button variant="tertiary">{say('make.stop')}</Button>
            </Form>
          </div>
        </div>
      ) : (
        <>
          <Announce {...props} />
          {run?.state === 'stopped' || run?.state === 'failed' || run?.state === 'uneven' ? (
            <p>{say(`make.${run.state}`)}</p>
          ) : null}
          {run?.state === 'uneven' ? null : (
            <Form action={reader.to('arena.make-lottery-panels', slug)} labelledBy="act">
              <Button>{say('make.send')}</Button>
            </Form>
          )}
        </>
      )}
    </Section>
  )
}

function End({ say, reader, problem, typed, errors }: DrawPageProps) {
  return (
    <Details summary={say('end.title')}>
      <p class="fm-small">{say('end.lead')}</p>
      <Form action={reader.to('arena.end-lottery', { problem: problem.slug })} label={say('end.title')}>
        <TextArea
          name="reason"
          label={say('end.reason')}
          rows={2}
          maxLength={1000}
          required
          typed={typed}
          errors={errors}
        />
        <Button isGrave variant="secondary">
          {say('end.send')}
        </Button>
      </Form>
    </Details>
  )
}
