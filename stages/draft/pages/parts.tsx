import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import type { EverydayKey } from '../../../platform/i18n/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../platform/moderation/index.ts'
import { shownAs } from '../../problem/index.ts'
import { PersonChip, Pips, ReportFold, StateTag, Tombstone, type IconName, type TagColor } from '../../../ui/index.ts'
import type { SayDraft } from '../messages/words.ts'
import type { Recommendation } from '../recommendations.ts'

export type Words = { readonly reader: Reader; readonly say: SayDraft }

/** What stands where a text was hidden. */
export function HiddenText({ reader, stone }: { readonly reader: Reader; readonly stone: Hidden }) {
  const role = reader.common(`role.${stone.role}` as EverydayKey) // roles and rules are closed sets with a word each
  const rule = reader.common(`rule.${stone.rule}` as EverydayKey)
  return (
    <Tombstone
      title={reader.common('hidden', { role, rule, day: reader.time.day(stone.at), reason: '' })}
      reason={stone.reason}
    />
  )
}

/** Who wrote it: shape, name, and what the person stands here as. */
export function Author({ reader, author }: { readonly reader: Reader; readonly author: Byline | undefined }) {
  if (!author) return <span class="fm-mini">{reader.common('unknown')}</span>
  const { line, href } = shownAs(reader, author)
  return (
    <PersonChip
      name={author.name || reader.common('role.resident')}
      role={author.shape}
      line={line}
      href={href}
      size="s"
    />
  )
}

const looks: Readonly<
  Record<
    'consensus' | 'majority' | 'disagreement' | 'open' | 'unknown',
    { readonly icon: IconName; readonly color: TagColor }
  >
> = {
  consensus: { icon: 'agree', color: 'success' },
  majority: { icon: 'people', color: 'info' },
  disagreement: { icon: 'disagree', color: 'neutral' },
  open: { icon: 'edit', color: 'brand1' },
  unknown: { icon: 'empty', color: 'neutral' },
}

/** Agreement as it is: the word, and the voices where they are known. */
export function AgreementTag({
  say,
  recommendation,
}: {
  readonly say: SayDraft
  readonly recommendation: Pick<Recommendation, 'agreement' | 'source'>
}) {
  const state = recommendation.agreement?.kind ?? (recommendation.source === null ? 'open' : 'unknown')
  return <StateTag {...looks[state]}>{say(`agreement.${state}`)}</StateTag>
}

export function VoicesOf({
  say,
  recommendation,
}: {
  readonly say: SayDraft
  readonly recommendation: Pick<Recommendation, 'agreement' | 'source' | 'voices'>
}) {
  const { agreement, source, voices } = recommendation
  // Of what nobody knows the tag says all there is to say.
  if (source !== null) return agreement === null ? null : <p class="fm-mini">{toldNumbers(say, agreement)}</p>
  if (voices.members === 0) return null
  const silent = Math.max(0, voices.members - voices.agree - voices.disagree)
  return (
    <Pips
      label={say('agreement.pips', { ...voices, silent })}
      agree={voices.agree}
      disagree={voices.disagree}
      silent={silent}
    />
  )
}

function toldNumbers(say: SayDraft, agreement: NonNullable<Recommendation['agreement']>): string {
  if (agreement.words) return agreement.words
  if (agreement.for === null || agreement.against === null) return say('agreement.numbers-unknown')
  return say('agreement.numbers', { for: agreement.for, against: agreement.against, silent: agreement.silent ?? 0 })
}

type ReportProps = Words & {
  readonly kind:
    | 'idea'
    | 'idea-objection'
    | 'comment'
    | 'recommendation'
    | 'section'
    | 'clause'
    | 'file'
    | 'amendment'
    | 'remark'
    | 'counter-case'
  readonly id: string
  readonly about: string
  /** Where "Report this" does not say enough. */
  readonly open?: string
}

export function Report({ reader, say, kind, id, about, open = say('report.open') }: ReportProps) {
  const words = {
    open,
    about,
    label: say('report.label'),
    help: say('report.help'),
    send: say('report.send'),
  }
  return <ReportFold action={reader.to('moderation.report')} kind={kind} id={id} words={words} />
}

/** Nothing is said of a language nobody knows. */
export function langOf(language: string): string | undefined {
  return language === 'und' ? undefined : language
}

export function Muted({ children }: { readonly children: Child }) {
  return <p class="fm-muted">{children}</p>
}
