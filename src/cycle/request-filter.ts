import { parseUnit, sameUnit, type Unit } from '../domain/access/unit.ts'
import { isOverdue } from '../domain/cycle/progress.ts'
import { type RequestState, requestStates } from '../domain/cycle/request-state.ts'
import type { CycleRequest } from './requests.ts'

export type RequestFilter = {
  readonly state: RequestState | 'overdue' | null
  readonly unit: Unit | null
}

/** Which requests an address asks for; what it does not know is not asked. */
export function requestFilter(query: URLSearchParams): RequestFilter {
  const state = query.get('state') ?? ''
  const known = state === 'overdue' || Object.hasOwn(requestStates, state)
  return { state: known ? (state as RequestFilter['state']) : null, unit: parseUnit(query.get('unit') ?? '') }
}

/** The requests of a unit are its own and those of the units below it; those of the council, what no unit answers for. */
export const filtered = (
  requests: readonly CycleRequest[],
  { state, unit }: RequestFilter,
  today: string,
): CycleRequest[] =>
  requests
    .filter((each) => state === null || (state === 'overdue' ? isOverdue(each, today) : each.state === state))
    .filter(
      (each) =>
        unit === null ||
        (unit.kind === 'council'
          ? each.unit.kind === 'council'
          : each.chain.some((above) => sameUnit(above, unit))),
    )
