import { beacons } from '@folkmoot/sortition/beacons.ts'
import { wordsOfBeacon } from '@folkmoot/sortition/picked-number.ts'
import { Details, Note, Section } from '../../../../ui/index.ts'
import type { Announcement } from '../beacon-store.ts'
import { panelCount } from '../solving.ts'
import { threeDigits } from '../commitment.ts'
import type { DrawPageProps } from './props.ts'

/** "round 29,000,000 of drand quicknet", or for a beacon known by its time "the pulse of 12:00 of …". */
export function roundWords({ say }: Pick<DrawPageProps, 'say'>, { beacon, round, roundAt }: Announcement): string {
  const { name, isNumbered } = beacons[beacon]
  return isNumbered
    ? say('beacon.round', { name, round: String(round) })
    : say('beacon.pulse', {
        name,
        time: `${roundAt.toString({ smallestUnit: 'minute' }).slice(0, 16).replace('T', ' ')} UTC`,
      })
}

/** Which beacon gives the number, when, and where anybody reads it herself. */
export function BeaconPart(props: DrawPageProps) {
  const { say, reader, view } = props
  const { beacon, drawn, panels } = view
  const waits = view.announced.at(-1)
  if (!beacon) return waits ? <NoBeacon {...props} last={waits} /> : null
  const { roundAt, announcedAt, by, round } = beacon
  const { isNumbered, addressOf, valueName } = beacons[beacon.beacon]
  const address = addressOf(round)
  const said = say('beacon.said', { by, day: reader.time.day(announcedAt), hour: reader.time.hour(announcedAt) })
  return (
    <Section
      id="beacon"
      title={say('beacon.title')}
      lead={say('beacon.lead', { round: roundWords(props, beacon), time: reader.time.deadline(roundAt) })}
    >
      <p class="fm-small">
        {said} {say(isNumbered ? 'beacon.who-drand' : 'beacon.who-nist')}
      </p>
      <p class="fm-small">
        {say('beacon.where')}{' '}
        <a class="fm-link fm-address" href={address} rel="noopener nofollow">
          {address}
        </a>{' '}
        {say('beacon.value', { value: valueName })}
      </p>
      {beacon.doubtedAt && !drawn ? (
        <Note icon="info">
          <p>
            {say('beacon.doubted', doubtWords(props, beacon))} {say('beacon.doubted-look')}
          </p>
        </Note>
      ) : null}
      {drawn?.thrown === null ? <Derivation {...props} randomness={drawn.reading.randomness} /> : null}
      {drawn || panels ? null : <p class="fm-small">{say('beacon.before')}</p>}
      {drawn ? null : <Details summary={say('beacon.how')}>{<p class="fm-small">{say('beacon.how-text')}</p>}</Details>}
    </Section>
  )
}

/** What the one found who said that the round did not come. */
export function doubtWords(
  { reader }: Pick<DrawPageProps, 'reader'>,
  { doubtedByName, doubtedAt, doubtReason }: Announcement,
) {
  return {
    by: doubtedByName ?? '',
    day: doubtedAt ? reader.time.day(doubtedAt) : '',
    hour: doubtedAt ? reader.time.hour(doubtedAt) : '',
    reason: doubtReason,
  }
}

/** Dice decide although a beacon was announced: why. */
function NoBeacon(props: DrawPageProps & { readonly last: Announcement }) {
  const { say, reader, last } = props
  const round = roundWords({ say }, last)
  return (
    <Section id="beacon" title={say('beacon.none-title')}>
      <p>
        {last.givenUpAt
          ? say('beacon.given-up', {
              round,
              by: last.givenUpBy ?? '',
              day: reader.time.day(last.givenUpAt),
              hour: reader.time.hour(last.givenUpAt),
              reason: last.givenUpReason,
            })
          : say('beacon.too-early', { round, time: reader.time.deadline(last.roundAt) })}
      </p>
      {last.doubtedAt ? <p>{say('beacon.doubted', doubtWords(props, last))}</p> : null}
      <p class="fm-small">
        {say('beacon.where')}{' '}
        <a class="fm-link fm-address" href={beacons[last.beacon].addressOf(last.round)} rel="noopener nofollow">
          {beacons[last.beacon].addressOf(last.round)}
        </a>
      </p>
    </Section>
  )
}

/** From what the beacon gave to the number of the panel, so that anybody does it again with a pocket calculator. */
function Derivation({ say, randomness }: DrawPageProps & { readonly randomness: string }) {
  const words = wordsOfBeacon(randomness, panelCount)
  return (
    <ol class="fm-nums">
      <li>
        {say('derive.given')} <code class="fm-aloud fm-aloud--long">{randomness}</code>
      </li>
      {words.map(({ letters, value, mayPick }, at) => (
        <li>
          {say(at === 0 ? 'derive.first' : 'derive.next')} <code class="fm-aloud">{letters}</code>{' '}
          {say('derive.value', { value })} {mayPick ? null : say('derive.too-large')}
        </li>
      ))}
      {words.slice(-1).map(({ value }) => (
        <li>{say('derive.rest', { panel: threeDigits(value % panelCount) })}</li>
      ))}
    </ol>
  )
}
