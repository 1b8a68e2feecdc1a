import type { VNode } from 'preact';
import type { Show } from '../preview/messages.ts';

interface BarProps {
  readonly show: Show;
  readonly notice: string | undefined;
  readonly onDay: (day: string | null) => void;
  readonly onLock: (locked: boolean) => void;
}

/** The earliest and the latest day that somebody can mean. */
const days = { min: '1990-01-01', max: '2100-12-31' };

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The day that is looked at, and the lock. */
export function Controls({ show, onDay, onLock }: Omit<BarProps, 'notice'>): VNode {
  const { asAt, isChosen, locked } = show;
  return (
    <div class="controls">
      <label>
        As at
        <span class="day">
          <input
            type="date"
            value={asAt}
            required
            {...days}
            onChange={({ currentTarget }) => {
              if (currentTarget.checkValidity()) onDay(currentTarget.value);
            }}
          />
          <span aria-hidden="true">{inWords.format(new Date(asAt))}</span>
        </span>
      </label>
      {isChosen && (
        <button type="button" class="plain" onClick={() => onDay(null)}>
          Back to the plan’s own day
        </button>
      )}
      <button type="button" class="plain" aria-pressed={locked} onClick={() => onLock(!locked)}>
        Keep this plan here
      </button>
    </div>
  );
}

/** What has to be known about all that stands below; it stays in sight. */
export function Notices({ show, notice }: Pick<BarProps, 'show' | 'notice'>): VNode {
  const { heading, isToday } = show;
  return (
    <div class="notices" role="status">
      {notice !== undefined && <p>{notice}</p>}
      {!isToday && <p>{`${heading.asAt}, not today.`}</p>}
    </div>
  );
}
