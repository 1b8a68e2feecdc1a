import type { UnitReading } from '../language/read.ts';
import type { Unit } from '../plan/file.ts';

/**
 * Keeps what a function works out of a unit's text for as long as the unit is read so: a unit keeps its
 * reading while its text stays, wherever it moves.
 */
export function keptByUnit<T extends object>(work: (unit: Unit) => T): (unit: Unit) => T {
  const known = new WeakMap<UnitReading, T>();
  return (unit) => {
    const before = known.get(unit.reading);
    if (before !== undefined) return before;
    const result = work(unit);
    known.set(unit.reading, result);
    return result;
  };
}
