import { declareInterests, declareCaseInterest } from '../../../stages/problem/interests/commands.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

/** The sailing club says what it is and what it wants in the harbour; the cyclists have not declared yet. */
export async function playInterests(town: Lindhavn, slug: string): Promise<void> {
  const { sailing } = town.people
  await done(
    'declaration',
    declareInterests(town.daysAgo(560), sailing, {
      words: {
        legalForm: 'association',
        speaksFor: 'Its members, most of whom live in the town',
        howMany: 212,
        paidBy: 'Members’ fees; a third from renting berths to guests in summer.',
        interests: ['members', 'economic'],
        interestWords:
          'A harbour in which boats lie safely, also when the water is high, and berths that stay where they are.',
        resources: ['hands', 'contacts'],
        resourceWords: 'Thirty members who can close gates at night; boats and ropes.',
        spokesperson: 'Bo Strand',
        hasAgreed: true,
      },
      reason: '',
    }),
  )
  await done(
    'matter',
    declareCaseInterest(town.daysAgo(559), sailing, {
      slug,
      wants: 'A gate that lets boats out before a storm, and a warning the night before.',
      stake: 'Forty of our berths lie behind the planned gate. A wall would close our slipway.',
    }),
  )
}
