const all: Map<unknown, unknown>[] = []

/** What a floor above binds once, when the house is put together, and a floor below only knows by a name. */
export function bound<Name, Value>(): Map<Name, Value> {
  const values = new Map<Name, Value>()
  all.push(values)
  return values
}

/** For tests, which share a process: each file binds what it needs. */
export function unbindAll(): void {
  for (const values of all) values.clear()
}
