import type { Id } from '@folkmoot/basics/ids.ts'
import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../../../../ui/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import type { LiveWords } from '../island/words.ts'

export type LiveEditorProps = {
  readonly say: SayDraft
  /** Address of the socket (`draft.live`). */
  readonly socket: string
  readonly problem: Id<'problem'>
  /** What stands here without JavaScript, and until the text has come: the sections with the way into each. */
  readonly children: Child
}

/**
 * Where the text is written together. The page that uses it asks for the island: `page({ island: 'draft-editor', … })`.
 * Without it, or before it, the children are the page.
 */
export function LiveEditor({ say, socket, problem, children }: LiveEditorProps) {
  return (
    <div class="fm-live" data-live data-socket={socket} data-name={problem} data-words={JSON.stringify(wordsOf(say))}>
      <p class="fm-live__status" data-live-status hidden></p>
      <progress data-live-progress aria-label={say('live.opening')} hidden></progress>
      <p class="fm-vh" role="status" data-live-spoken></p>
      <div class="fm-note fm-stack fm-stack--3" data-live-refused tabindex={-1} hidden>
        <h2 class="fm-h3">{say('live.refused-title')}</h2>
        <p data-why></p>
        <label class="fm-stack fm-stack--2">
          <span>{say('live.refused-words')}</span>
          <textarea class="ds-input" rows={8} readonly></textarea>
        </label>
        <button type="button" class="ds-button" data-variant="secondary" data-color="accent">
          {say('live.copy')}
        </button>
      </div>
      <div class="fm-live__bar" role="group" aria-label={say('live.bar')} data-live-bar hidden>
        <Act act="new-recommendation" icon="plus" text={say('live.new-recommendation')} />
        <Act act="new-passage" icon="plus" text={say('live.new-passage')} />
        <Act act="clause-up" text={say('live.clause-up')} />
        <Act act="clause-down" text={say('live.clause-down')} />
        <Act act="section-up" text={say('live.section-up')} />
        <Act act="section-down" text={say('live.section-down')} />
        <Act act="section-out" text={say('live.section-out')} />
        <Act act="undo" icon="undo" text={say('live.undo')} />
        <Act act="redo" text={say('live.redo')} />
      </div>
      <p class="fm-mini" data-live-people></p>
      <p class="fm-note fm-small" data-live-note hidden></p>
      <div class="fm-live__page" data-live-page hidden>
        <p class="fm-mini" id="live-keys">
          {say('live.keys')}
        </p>
      </div>
      <div class="fm-stack fm-stack--6" data-live-plain>
        {children}
      </div>
    </div>
  )
}

function Act({ act, icon, text }: { readonly act: string; readonly icon?: IconName; readonly text: string }) {
  return (
    <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" data-color="accent" data-act={act}>
      {icon ? <Icon name={icon} /> : null}
      {text}
    </button>
  )
}

/** `{n}` and `{name}` are for the browser to fill in. */
function wordsOf(say: SayDraft): LiveWords {
  const [n, name] = ['{n}', '{name}']
  return {
    label: say('live.label'),
    recommendation: say('live.recommendation'),
    passage: say('live.passage'),
    heading: say('live.heading'),
    clause: say('live.clause'),
    opening: say('live.opening'),
    kept: say('live.kept'),
    unkept: say('live.unkept', { n }),
    'cut-off': say('live.cut-off', { n }),
    'kept-again': say('live.kept-again'),
    copied: say('live.copied'),
    writing: say('live.writing', { name }),
    alone: say('live.alone'),
    joined: say('live.joined', { name }),
    left: say('live.left', { name }),
    staff: say('live.staff'),
    'pasted-cut': say('live.pasted-cut', { n }),
    'keeping-first': say('live.keeping-first'),
    'signed-out': say('live.signed-out'),
    'consent-first': say('live.consent-first'),
    'not-a-member': say('refused.not-a-member'),
    'group-not-confirmed': say('refused.group-not-confirmed'),
    'handed-over': say('refused.handed-over'),
    hidden: say('live.hidden'),
    'not-yours': say('live.not-yours'),
    'too-large': say('live.too-large'),
    'text-full': say('live.text-full'),
    'much-today': say('live.much-today'),
    'too-many': say('live.too-many'),
    unreadable: say('live.unreadable'),
  }
}
