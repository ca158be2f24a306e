import { beaconKeys, beacons } from '@folkmoot/sortition/beacons.ts'
import {
  Button,
  ButtonLink,
  DateTimeField,
  Details,
  Form,
  Note,
  Radios,
  Section,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { isOut, leadMinutes } from '../beacon-rules.ts'
import type { Announcement } from '../beacon-store.ts'
import { roundWords } from './beacon.tsx'
import { GiveUp } from './give-up.tsx'
import type { DrawPageProps } from './props.ts'

/** Before the panels are made: a beacon may be said to give the number in the place of dice. */
export function Announce(props: DrawPageProps) {
  const { say, reader, problem, view, typed, errors, zone, today } = props
  const { beacon } = view
  if (beacon) {
    return (
      <Note icon="clock">
        <p>
          {say('announce.stands', { round: roundWords(props, beacon), time: reader.time.deadline(beacon.roundAt) })}
        </p>
      </Note>
    )
  }
  const kept = { typed, errors, required: true }
  const isTyped = ['beacon', 'from'].some((name) => errors.some(({ field }) => field.startsWith(name)))
  return (
    <Details summary={say('announce.title')} isOpen={isTyped}>
      {view.announced.length > 0 ? <p>{say('announce.passed')}</p> : null}
      <p class="fm-small">{say('announce.lead')}</p>
      <Form
        action={reader.to('arena.announce-lottery-beacon', { problem: problem.slug })}
        label={say('announce.title')}
      >
        <Radios
          name="beacon"
          label={say('announce.which')}
          options={beaconKeys.map((key) => ({
            value: key,
            label: beacons[key].name,
            help: say(`announce.${key}`),
          }))}
          {...kept}
        />
        <DateTimeField
          name="from"
          label={say('announce.when')}
          help={say('announce.when-help', { minutes: leadMinutes })}
          dateLabel={say('throw.day')}
          timeLabel={say('throw.hour')}
          date={today.date}
          zone={zone}
          {...kept}
        />
        <Button variant="secondary">{say('announce.send')}</Button>
      </Form>
    </Details>
  )
}

/** After the panels are published, where a beacon gives the number: wait for it, then write down what it gave. */
export function ReadBeacon(props: DrawPageProps & { readonly beacon: Announcement }) {
  const { view, reader, now, beacon } = props
  if (!isOut(beacon, now)) return <WaitForRound {...props} />
  const waiting = view.readings.find(({ secondRandomness }) => secondRandomness === null)
  if (!waiting) {
    return (
      <>
        <FirstReading {...props} />
        <GiveUp {...props} />
      </>
    )
  }
  if (waiting.typedBy === reader.actor.account) return <WaitForReading {...props} />
  return (
    <>
      <SecondReading {...props} />
      <GiveUp {...props} />
    </>
  )
}

function LookAgain({ say, reader, problem }: DrawPageProps) {
  return (
    <ButtonLink href={`${reader.to('arena.lottery', { problem: problem.slug })}#act`} variant="secondary">
      {say('make.look')}
    </ButtonLink>
  )
}

function WaitForRound(props: DrawPageProps & { readonly beacon: Announcement }) {
  const { say, reader, beacon } = props
  return (
    <Section
      id="act"
      title={say('read.wait')}
      lead={say('read.wait-text', { round: roundWords(props, beacon), time: reader.time.deadline(beacon.roundAt) })}
    >
      <LookAgain {...props} />
    </Section>
  )
}

function Randomness({ say, typed, errors, beacon }: DrawPageProps & { readonly beacon: Announcement }) {
  const { valueName, letters } = beacons[beacon.beacon]
  return (
    <TextArea
      name="randomness"
      label={say('read.value', { value: valueName })}
      help={say('read.value-help', { letters })}
      rows={3}
      required
      typed={typed}
      errors={errors}
    />
  )
}

function Where({ say, beacon }: DrawPageProps & { readonly beacon: Announcement }) {
  const address = beacons[beacon.beacon].addressOf(beacon.round)
  return (
    <p>
      {say('read.where')}{' '}
      <a class="fm-link fm-address" href={address} rel="noopener nofollow">
        {address}
      </a>
    </p>
  )
}

function FirstReading(props: DrawPageProps & { readonly beacon: Announcement }) {
  const { say, reader, problem, view, typed, errors, beacon } = props
  return (
    <Section id="act" title={say('read.title')} lead={say('read.lead', { round: roundWords(props, beacon) })}>
      {view.readings.length > 0 ? (
        <Note icon="info">
          <p>{say('read.disputed')}</p>
        </Note>
      ) : null}
      <Where {...props} />
      <Form action={reader.to('arena.write-lottery-reading', { problem: problem.slug })} labelledBy="act">
        <Randomness {...props} />
        {beacons[beacon.beacon].isSigned ? (
          <TextField
            name="signature"
            label={say('read.signature')}
            help={say('read.signature-help')}
            typed={typed}
            errors={errors}
          />
        ) : null}
        <Button>{say('read.send')}</Button>
      </Form>
    </Section>
  )
}

function WaitForReading(props: DrawPageProps) {
  const { say } = props
  return (
    <Section id="act" title={say('read.second-wait')} lead={say('read.second-wait-text')}>
      <LookAgain {...props} />
    </Section>
  )
}

function SecondReading(props: DrawPageProps & { readonly beacon: Announcement }) {
  const { say, reader, problem } = props
  return (
    <Section id="act" title={say('read.second-title')} lead={say('read.second-lead')}>
      <Where {...props} />
      <Form action={reader.to('arena.write-lottery-reading-again', { problem: problem.slug })} labelledBy="act">
        <Randomness {...props} />
        <Button>{say('read.second-send')}</Button>
      </Form>
    </Section>
  )
}
