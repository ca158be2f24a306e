import { StateTag, TaskList, type Task } from '../../../ui/index.ts'
import { freeSeatsByWay } from '../acceptances/vacancy-rules.ts'
import { isChosenFor } from '../awaiting-rules.ts'
import { seatsToDraw } from '../lottery/offered.ts'
import type { PeoplePageProps } from './props.ts'

/** What has to be done until the group can meet, in order, each with its state; led by politicians, prepared by staff. */
export function FormingSteps(props: PeoplePageProps) {
  const { say, arena, may } = props
  if (!arena.isMandateAdopted || arena.isConfirmed) return null
  return (
    <div class="fm-stack fm-stack--3">
      <TaskList id="forming" title={say('steps.title')} tasks={tasksOf(props)} />
      {may.lead ? null : <p class="fm-mini">{say('steps.staff')}</p>}
    </div>
  )
}

function tasksOf(props: PeoplePageProps): readonly Task[] {
  const { say, reader, problem, arena, waits, may } = props
  const seated = arena.seats.filter((seat) => seat.kind === 'politician').length
  const hasChair = arena.seats.some((seat) => seat.isChair)
  const wanted = arena.rule.politicians ?? 0
  const isSeated = hasChair && seated >= wanted
  const isSetUp = arena.call !== null || Boolean(arena.setUp?.confirmedAt)
  const isReady = hasChair && arena.call !== null && arena.asked.length === 0 && waits.draw === 0
  const own = (href: string): string | undefined => (may.lead ? href : undefined)
  return [
    {
      name: say('steps.set-up'),
      line: arena.setUp && !isSetUp ? say('steps.set-up-unconfirmed') : undefined,
      href: arena.call ? undefined : reader.to('arena.set-up', { problem: problem.slug }),
      tag: tag(say, isSetUp ? 'done' : arena.setUp ? 'begun' : 'open'),
    },
    {
      name: say('call.title'),
      href: arena.call || !isSetUp ? undefined : own('#open-call'),
      tag: tag(say, arena.call ? 'done' : isSetUp ? 'open' : 'later'),
    },
    {
      name: say('seat.several'),
      line: [say('steps.seated', { seated, wanted }), hasChair ? '' : say('steps.no-chair')].filter(Boolean).join(' '),
      href: isSeated ? undefined : own('#seat-politician'),
      tag: tag(say, isSeated ? 'done' : seated > 0 ? 'begun' : 'open'),
    },
    ...(isChosenFor(arena.rule) ? [answering(props)] : []),
    ...(seatsToDraw(arena.rule) > 0 ? [drawing(props)] : []),
    {
      name: say('steps.vacancies'),
      line: say('steps.offers', { asked: arena.asked.length }) || undefined,
      href: arena.offers.length > 0 ? reader.to('arena.vacancies', { problem: problem.slug }) : undefined,
      tag: tag(say, arena.offers.length === 0 ? 'later' : arena.asked.length > 0 ? 'begun' : 'done'),
    },
    {
      name: say('confirm.title'),
      line: arena.missing.length > 0 ? say('steps.missing') : undefined,
      href: isReady ? own('#confirm') : undefined,
      tag: tag(say, isReady ? 'open' : 'later'),
    },
  ]
}

function answering({ say, reader, problem, arena, isOpen, waits }: PeoplePageProps): Task {
  const count = waits.choice
  return {
    name: say('steps.answer'),
    line: count > 0 ? say('waiting.applications', { count }) : isOpen ? say('steps.call-still-open') : undefined,
    href: arena.call ? reader.to('arena.applications', { problem: problem.slug }) : undefined,
    tag: tag(say, arena.call === null ? 'later' : count > 0 ? 'open' : isOpen ? 'begun' : 'done'),
  }
}

function drawing({ say, reader, problem, arena, isOpen, waits, drawSentence }: PeoplePageProps): Task {
  const isDrawn = freeSeatsByWay(arena.filling).drawn === 0 && waits.draw === 0
  return {
    name: say('steps.draw'),
    line: drawSentence || undefined,
    href: arena.call ? reader.to('arena.lottery', { problem: problem.slug }) : undefined,
    tag: tag(say, arena.call === null ? 'later' : isDrawn ? 'done' : isOpen ? 'begun' : 'open'),
  }
}

const looks = {
  done: { icon: 'agree', color: 'success' },
  begun: { icon: 'now', color: 'brand1' },
  open: { icon: 'empty', color: 'info' },
  later: { icon: 'locked', color: 'neutral' },
} as const

function tag(say: PeoplePageProps['say'], state: keyof typeof looks) {
  return <StateTag {...looks[state]}>{say(`steps.${state}`)}</StateTag>
}
