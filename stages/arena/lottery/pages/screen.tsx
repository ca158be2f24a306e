import { raw } from 'hono/html'
import { threeDigits } from '../commitment.ts'
import { roundWords } from './beacon.tsx'
import { Dice } from './dice.tsx'
import { PanelsFigure } from './panels-figure.tsx'
import { inGroups } from './aloud.ts'
import type { DrawPageProps } from './props.ts'

/** How often the wall looks again, in seconds: a hall waits for the number. */
const looksAgain = 5

/** For the wall of the hall: the code that is read aloud, the dice, and the panel they point to. */
export function DrawScreen({ say, reader, problem, view }: DrawPageProps) {
  const { panels, drawn, pool, limits, throws, readings, beacon } = view
  const isBetween =
    drawn === undefined &&
    (throws.some(({ secondPanel }) => secondPanel === null) ||
      readings.some(({ secondRandomness }) => secondRandomness === null))
  const [second, decides] = beacon
    ? (['screen.second-reading', 'screen.beacon'] as const)
    : (['screen.second', 'screen.throw'] as const)
  const named = view.drawnPeople.flatMap(({ name }) => (name === null ? [] : [name]))
  return (
    <fm-screen
      class="fm-screen"
      data-follow={drawn && named.length === view.drawnPeople.length ? undefined : String(looksAgain)}
    >
      {/* As plain markup: a meta in TSX is moved into the head, where it would reload the page for everybody. */}
      <noscript>{raw(`<meta http-equiv="refresh" content="${looksAgain}">`)}</noscript>
      <p class="fm-screen__top">
        <span lang={problem.language}>{problem.question}</span>
        {pool && limits ? <span>{say('screen.of', { size: pool.size, seats: limits.seats })}</span> : null}
      </p>
      <div class="fm-screen__item">
        <h1 class="fm-screen__title">
          {drawn
            ? say('top.drawn', { panel: threeDigits(drawn.panel) })
            : say(isBetween ? second : panels ? decides : 'screen.wait')}
        </h1>
        {panels ? (
          <div class="fm-screen__pair">
            <Dice say={say} panel={drawn?.panel ?? null} isByBeacon={beacon !== undefined} />
            <PanelsFigure say={say} mine={null} drawn={drawn?.panel ?? null} />
          </div>
        ) : null}
        {panels && !drawn ? (
          <p class="fm-screen__small">
            {say('screen.aloud')} <span class="fm-screen__code">{inGroups(panels.hash)}</span>
          </p>
        ) : null}
        {panels && beacon ? (
          <p class="fm-screen__small">
            {say('beacon.lead', { round: roundWords({ say }, beacon), time: reader.time.deadline(beacon.roundAt) })}
          </p>
        ) : null}
        {named.length > 0 ? (
          <ul class="fm-screen__names">
            {named.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <p class="fm-screen__none fm-screen__turn">
        <a class="fm-link" href={reader.to('arena.lottery', { problem: problem.slug })}>
          {say('screen.back')}
        </a>
      </p>
    </fm-screen>
  )
}
