import type { Read } from '../../db/index.ts'

/** Where people live together, as a register knows it. */
export type Household = {
  readonly form: string
  /** As it stands on an envelope. */
  readonly lines: readonly string[]
  /** How many people are registered there: as many can get a letter. */
  readonly people: number
}

/**
 * Who knows where people live. It is asked where a letter may be sent, and by nobody but those who send letters: what somebody knows of an
 * address proves nothing, and whoever asks for a letter never hears what the register said. Today a list of the place answers; a
 * national register asked over HTTPS can stand in its place, since it is asked outside of every transaction.
 */
export type AddressRegister = {
  readonly householdsAt: (forms: readonly string[]) => Promise<readonly Household[]>
}

/** The list that was brought in for this place. */
export function listedRegister(read: Read): AddressRegister {
  return {
    householdsAt: async (forms) => {
      if (forms.length === 0) return []
      return read
        .selectFrom('identity.household')
        .select(['form', 'lines', 'people'])
        .where('form', 'in', [...forms])
        .orderBy('form')
        .execute()
    },
  }
}
