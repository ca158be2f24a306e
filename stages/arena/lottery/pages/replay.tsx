import type { ReplayWords } from '../island/words.ts'
import type { SayLottery } from '../messages/words.ts'
import { drawAsked } from './begin.tsx'
import type { DrawPageProps } from './props.ts'

/** Where the reader's own browser checks the draw; without JavaScript the command and the file are the way. */
export function Replay({ say, reader, problem, view }: DrawPageProps) {
  const file = `${reader.to('arena.lottery-data', { problem: problem.slug })}${drawAsked(view)}`
  return (
    <div class="fm-stack fm-stack--3 fm-noprint" data-replay data-file={file} data-words={JSON.stringify(wordsOf(say))}>
      <button type="button" class="ds-button" data-variant="primary" data-color="accent" data-replay-begin hidden>
        {say('replay.begin')}
      </button>
      <div class="fm-replay" data-replay-running hidden>
        <progress aria-label={say('replay.progress')} value={0} max={1}></progress>
        <button type="button" class="ds-button" data-variant="secondary" data-color="accent" data-replay-stop>
          {say('replay.stop')}
        </button>
      </div>
      <p class="fm-small" role="status" data-replay-said></p>
      <ol class="fm-nums" data-replay-steps></ol>
      <p class="fm-small">
        {say('replay.command')} <code class="fm-aloud fm-aloud--long">folkmoot verify lottery draw.json</code>
      </p>
      <p class="fm-small">{say('replay.rows')}</p>
    </div>
  )
}

function wordsOf(say: SayLottery): ReplayWords {
  // What is put in is handed on as it stands.
  const asTheyStand = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `{${name}}`]))
  const counts = asTheyStand(['count', 'of'])
  return {
    checks: {
      'limits-set': say('verify.limits-set'),
      'list-code': say('verify.list-code'),
      'list-size': say('verify.list-size'),
      labels: say('verify.labels'),
      'panels-code': say('verify.panels-code'),
      input: say('verify.input'),
      seed: say('verify.seed'),
      whole: say('verify.whole'),
      shares: say('verify.shares'),
      beacon: say('verify.beacon'),
      number: say('verify.number'),
    },
    found: {
      differs: say('found.differs', asTheyStand(['found', 'published'])),
      panel: say('found.panel', asTheyStand(['panel'])),
      panels: say('found.panels', asTheyStand(['count'])),
      share: say('found.share', asTheyStand(['number', 'times', 'chance'])),
      line: say('found.line', asTheyStand(['line'])),
      'no-chance': say('found.no-chance', asTheyStand(['number'])),
      sum: say('found.sum', asTheyStand(['sum', 'seats'])),
      'no-number': say('found.no-number'),
      'given-up': say('found.given-up', asTheyStand(['reason', 'address'])),
      'given-up-by-two': say('found.given-up-by-two', asTheyStand(['doubt', 'reason', 'address'])),
      'in-haste': say('found.in-haste', asTheyStand(['given', 'published'])),
      'set-late': say('found.set-late', asTheyStand(['set', 'closed'])),
      'thrown-early': say('found.thrown-early', asTheyStand(['thrown'])),
      late: say('found.late', asTheyStand(['announced', 'published'])),
      'round-time': say('found.round-time', asTheyStand(['found', 'published'])),
      signature: say('found.signature'),
      'signature-round': say('found.signature-round'),
    },
    file: say('replay.file'),
    step: say('replay.step', asTheyStand(['step', 'of', 'what'])),
    ok: say('replay.ok'),
    no: say('replay.no'),
    skipped: say('replay.skipped'),
    good: say('replay.good', counts),
    bad: say('replay.bad', counts),
    stopped: say('replay.stopped'),
    failed: say('replay.failed'),
    unsafe: say('replay.unsafe'),
  }
}
