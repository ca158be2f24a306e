import { ButtonLink, Icon } from '../../../../ui/index.ts'
import { threeDigits } from '../commitment.ts'
import { doubtWords, roundWords } from './beacon.tsx'
import { drawAsked } from './begin.tsx'
import { inGroups } from './aloud.ts'
import { BoardCheck } from './notice-board.tsx'
import { Replay } from './replay.tsx'
import { mayReadRows } from '../rules.ts'
import type { DrawPageProps } from './props.ts'

/** What anybody can do to see that it was done right: numbered, each with what to look at. */
export function CheckYourself(props: DrawPageProps) {
  const { say, reader, problem, view } = props
  const { pool, panels, drawn } = view
  const slug = { problem: problem.slug }
  const of = drawAsked(view)
  return (
    <section class="fm-panel fm-stack" aria-labelledby="check">
      <h2 class="fm-h-mid" id="check">
        <Icon name="play" /> {say('check.title')}
      </h2>
      <ol class="fm-nums">
        {view.isOpen ? (
          <li>
            {say('check.limits')}{' '}
            <a class="fm-link" href={`${reader.to('arena.lottery-limits-table', slug)}${of}`}>
              {say('check.limits-file')}
            </a>
          </li>
        ) : null}
        {pool ? (
          <li>
            {say('check.list', {
              day: reader.time.day(pool.committedAt),
              hour: reader.time.hour(pool.committedAt),
              by: pool.by,
            })}{' '}
            <Code hash={pool.hash} />{' '}
            <a class="fm-link" href={`${reader.to('arena.lottery-list', slug)}${of}`}>
              {say('check.list-file')}
            </a>
          </li>
        ) : null}
        {panels ? (
          <li>
            {say(view.beacon ? 'check.panels-beacon' : 'check.panels', {
              day: reader.time.day(panels.madeAt),
              hour: reader.time.hour(panels.madeAt),
            })}{' '}
            <Code hash={panels.hash} />
          </li>
        ) : null}
        <Announced {...props} />
        {drawn?.thrown ? (
          <li>
            {say('check.dice', {
              hour: reader.time.hour(drawn.thrown.thrownAt),
              witnesses: drawn.thrown.witnesses,
              digits: [...threeDigits(drawn.panel)].join(', '),
              first: drawn.thrown.typedByName,
              second: drawn.thrown.secondByName ?? '',
            })}{' '}
            {drawn.thrown.sameAs === null ? null : say('check.same')}
          </li>
        ) : null}
        {drawn?.thrown === null ? (
          <li>
            {say('check.beacon', {
              panel: threeDigits(drawn.panel),
              first: drawn.reading.typedByName,
              second: drawn.reading.secondByName ?? '',
            })}
          </li>
        ) : null}
        <Disputed {...props} />
        {panels && view.isOpen ? <li>{say('check.again')}</li> : null}
      </ol>
      {pool && mayReadRows.allows(reader.actor) ? (
        <p class="fm-small">
          <a class="fm-link" href={`${reader.to('arena.lottery-rows', slug)}${of}`}>
            {say('check.rows')}
          </a>{' '}
          {say('check.rows-text')}
        </p>
      ) : null}
      {panels && view.isOpen ? <Replay {...props} /> : null}
      <BoardCheck {...props} />
      {panels && view.isOpen ? (
        <div class="fm-act">
          <ButtonLink variant="secondary" icon="undo" href={`${reader.to('arena.lottery-data', slug)}${of}`}>
            {say('check.data')}
          </ButtonLink>
          <span class="fm-mini">
            <a class="fm-link" href={`${reader.to('about', { page: 'draw' })}#about-6`}>
              {say('check.how')}
            </a>
          </span>
        </div>
      ) : null}
    </section>
  )
}

/** Every beacon that was announced, when, and what became of it. */
function Announced(props: DrawPageProps) {
  const { say, reader, view } = props
  return (
    <>
      {view.announced.map((one) => (
        <li>
          {say('check.announced', {
            by: one.by,
            day: reader.time.day(one.announcedAt),
            hour: reader.time.hour(one.announcedAt),
            round: roundWords(props, one),
            time: reader.time.deadline(one.roundAt),
          })}{' '}
          {one.doubtedAt ? say('beacon.doubted', doubtWords(props, one)) : null}{' '}
          {one.givenUpAt ? say('check.given-up', { by: one.givenUpBy ?? '', reason: one.givenUpReason }) : null}
        </li>
      ))}
    </>
  )
}

/** Numbers that two people wrote differently. */
function Disputed({ say, reader, view: { throws, readings, announced } }: DrawPageProps) {
  const isGivenUp = (turn: number) => announced.some((one) => one.turn === turn && one.givenUpAt !== null)
  return (
    <>
      {throws
        .filter(({ panel, secondPanel }) => secondPanel !== null && secondPanel !== panel)
        .map((one) => (
          <li>
            {say('check.disputed', {
              hour: reader.time.hour(one.typedAt),
              first: threeDigits(one.panel),
              second: threeDigits(one.secondPanel ?? 0),
            })}
          </li>
        ))}
      {readings
        .filter(({ randomness, secondRandomness }) => secondRandomness !== null && secondRandomness !== randomness)
        .map((one) => (
          <li>
            {say('check.disputed-reading', { hour: reader.time.hour(one.typedAt) })}{' '}
            <code class="fm-aloud fm-aloud--long">{one.randomness}</code>{' '}
            <code class="fm-aloud fm-aloud--long">{one.secondRandomness}</code>
          </li>
        ))}
      {readings
        .filter(({ turn, secondRandomness }) => secondRandomness === null && isGivenUp(turn))
        .map((one) => (
          <li>
            {say('check.unsettled-reading', { by: one.typedByName, hour: reader.time.hour(one.typedAt) })}{' '}
            <code class="fm-aloud fm-aloud--long">{one.randomness}</code>
          </li>
        ))}
    </>
  )
}

/** The beginning of a hash, in groups that can be read aloud; the whole of it for whoever points at it. */
function Code({ hash }: { readonly hash: string }) {
  return (
    <code class="fm-aloud" title={hash}>
      {inGroups(hash)}
    </code>
  )
}
