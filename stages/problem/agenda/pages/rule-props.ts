import type { Body } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Errors, Typed } from '../../../../ui/index.ts'
import type { SayAgenda } from '../messages/words.ts'
import type { AgendaPreset } from '../presets.ts'
import type { AgendaRule } from '../store.ts'

export type RulePageProps = {
  readonly reader: Reader
  readonly say: SayAgenda
  readonly errors: Errors
  readonly typed: Typed
  readonly receivers: readonly Body[]
  /** Every version, the newest first: that one is in force. */
  readonly versions: readonly AgendaRule[]
  /** The real rule the form was filled from. */
  readonly preset: AgendaPreset | undefined
}
