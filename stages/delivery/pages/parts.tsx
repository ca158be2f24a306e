import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import {
  PersonChip,
  StateTag,
  type IconName,
  type PersonChipProps,
  type ProgressPart,
  type TagColor,
} from '../../../ui/index.ts'
import type { SayDelivery } from '../messages/words.ts'
import { isSettled, nextDue } from '../rules.ts'
import type { Commitment } from '../store.ts'

type Stand = Commitment['standing']

const looks: Readonly<Record<Stand, { readonly icon: IconName; readonly color: TagColor }>> = {
  promised: { icon: 'now', color: 'brand1' },
  late: { icon: 'late', color: 'danger' },
  kept: { icon: 'agree', color: 'success' },
  dropped: { icon: 'disagree', color: 'neutral' },
  reopened: { icon: 'undo', color: 'warning' },
  unknown: { icon: 'empty', color: 'neutral' },
}

export type StandingProps = {
  readonly say: SayDelivery
  readonly commitment: Commitment
  readonly today: Temporal.PlainDate
}

/** How a commitment stands today: a day that passed makes it late, whoever says nothing. */
export function standingNow({ commitment, today }: Omit<StandingProps, 'say'>): Stand {
  const { standing, source, nextReportOn, milestones } = commitment
  if (source !== null || isSettled(standing)) return standing
  const due = nextDue(standing, nextReportOn, milestones)
  return due !== null && Temporal.PlainDate.compare(due.on, today) < 0 ? 'late' : standing
}

export function StandingTag({ say, ...props }: StandingProps) {
  const standing = standingNow(props)
  return <StateTag {...looks[standing]}>{say(`state.${standing}`)}</StateTag>
}

/** Dashed is promised, full is done, cut is late. Dropped stays as it was: not done. */
export function partOf(standing: Stand): ProgressPart {
  return (
    {
      promised: 'doing',
      late: 'late',
      kept: 'done',
      dropped: 'waiting',
      reopened: 'doing',
      unknown: 'waiting',
    } as const
  )[standing]
}

/** Money in words: the line of the budget, that none is needed, or that it is unknown. */
export function moneyWords(
  { budgetLine, needsNoBudget }: Commitment,
  { say, reader }: { readonly say: SayDelivery; readonly reader: Reader },
): string {
  if (budgetLine !== null) return budgetLine
  return needsNoBudget ? say('money.none') : reader.common('unknown')
}

export function Owner({
  reader,
  commitment,
  owner,
}: {
  readonly reader: Reader
  readonly commitment: Commitment
  readonly owner: Politician | undefined
}) {
  if (!owner) return <span>{commitment.office || reader.common('unknown')}</span>
  const shown: PersonChipProps = {
    name: owner.name,
    role: 'politician',
    line: [owner.role, owner.party, commitment.office].filter(Boolean).join(' · '),
    href: reader.to('person', { person: owner.slug }),
    size: 's',
  }
  return <PersonChip {...shown} />
}
