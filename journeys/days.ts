const today = Temporal.Now.plainDateISO('Europe/Copenhagen')

/** So many days from today in the test town, as a date field takes it. */
export function day(days: number): string {
  return today.add({ days }).toString()
}
