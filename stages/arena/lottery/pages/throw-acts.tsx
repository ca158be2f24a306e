import { Button, ButtonLink, DateTimeField, Form, Note, NumberField, Section, TextField } from '../../../../ui/index.ts'
import { ReadBeacon } from './beacon-acts.tsx'
import type { DrawPageProps } from './props.ts'

/** After the panels are published: what gives the number is written down by one and by another. */
export function Throw(props: DrawPageProps) {
  const { view, reader } = props
  if (view.beacon) return <ReadBeacon {...props} beacon={view.beacon} />
  const waiting = view.throws.find(({ secondPanel }) => secondPanel === null)
  if (!waiting) return view.throws.length > 0 && !props.isAnew ? <SameDice {...props} /> : <First {...props} />
  if (waiting.typedBy === reader.actor.account) return <WaitForSecond {...props} />
  if (waiting.sameAs === null && view.throws.length > 1 && hasDisputed(props)) return <NotYours {...props} />
  return <Second {...props} />
}

function Digits({ say, typed, errors }: DrawPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <div class="fm-row">
      <NumberField name="hundreds" label={say('throw.hundreds')} {...kept} />
      <NumberField name="tens" label={say('throw.tens')} {...kept} />
      <NumberField name="ones" label={say('throw.ones')} {...kept} />
    </div>
  )
}

function First(props: DrawPageProps) {
  const { say, reader, problem, view, typed, errors, zone, today } = props
  const kept = { typed, errors }
  return (
    <Section id="act" title={say('throw.title')} lead={say('throw.lead')}>
      {view.throws.length > 0 ? (
        <Note icon="info">
          <p>{say(hasDisputed(props) ? 'refused.you-disputed' : 'throw.anew-text')}</p>
        </Note>
      ) : null}
      <Form action={reader.to('arena.write-lottery-number', { problem: problem.slug })} labelledBy="act">
        <Digits {...props} />
        <DateTimeField
          name="thrown"
          label={say('throw.when')}
          dateLabel={say('throw.day')}
          timeLabel={say('throw.hour')}
          date={today.date}
          time={today.time}
          zone={zone}
          required
          {...kept}
        />
        <TextField
          name="place"
          label={say('throw.place')}
          help={say('throw.place-help')}
          maxLength={200}
          required
          {...kept}
        />
        <TextField
          name="thrownBy"
          label={say('throw.by')}
          help={say('throw.by-help')}
          maxLength={200}
          required
          {...kept}
        />
        <TextField
          name="witnesses"
          label={say('throw.witnesses')}
          help={say('throw.witnesses-help')}
          maxLength={500}
          required
          {...kept}
        />
        <NumberField name="watched" label={say('throw.watched')} {...kept} />
        <Button>{say('throw.send')}</Button>
      </Form>
    </Section>
  )
}

/** Two people wrote different numbers: the same dice are looked at again, and nothing else has to be written. */
function SameDice(props: DrawPageProps) {
  const { say, reader, problem } = props
  const slug = { problem: problem.slug }
  return (
    <Section id="act" title={say('same.title')} lead={say('same.lead')}>
      <Form action={reader.to('arena.write-lottery-number', slug)} labelledBy="act">
        <input type="hidden" name="same" value="yes" />
        <Digits {...props} />
        <Button>{say('throw.send')}</Button>
      </Form>
      {hasDisputed(props) ? (
        <p class="fm-small">{say('same.others')}</p>
      ) : (
        <p class="fm-small">
          {say('same.gone')}{' '}
          <a class="fm-link" href={`${reader.to('arena.lottery', slug)}?anew#act`}>
            {say('same.anew')}
          </a>
        </p>
      )}
    </Section>
  )
}

/** Whether the reader is one of two who wrote different numbers. */
function hasDisputed({ view, reader }: DrawPageProps): boolean {
  const { account } = reader.actor
  return view.throws.some(({ typedBy, secondBy }) => typedBy === account || secondBy === account)
}

function WaitForSecond({ say, reader, problem }: DrawPageProps) {
  return (
    <Section id="act" title={say('second.wait')} lead={say('second.wait-text')}>
      <ButtonLink href={`${reader.to('arena.lottery', { problem: problem.slug })}#act`} variant="secondary">
        {say('make.look')}
      </ButtonLink>
    </Section>
  )
}

/** Thrown anew: those who wrote different numbers before have no part in it. */
function NotYours({ say }: DrawPageProps) {
  return (
    <Section id="act" title={say('second.others')} lead={say('refused.you-disputed')}>
      {null}
    </Section>
  )
}

function Second(props: DrawPageProps) {
  const { say, reader, problem } = props
  return (
    <Section id="act" title={say('second.title')} lead={say('second.lead')}>
      <Form action={reader.to('arena.write-lottery-number-again', { problem: problem.slug })} labelledBy="act">
        <Digits {...props} />
        <Button>{say('second.send')}</Button>
      </Form>
    </Section>
  )
}
