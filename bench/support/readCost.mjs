import process from 'node:process';

/**
 * Starts to watch what this process takes.
 *
 * @returns tells it: seconds by the clock, seconds of processor time with all threads, and the most memory held,
 * what runs it included
 */
export function readCost() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return {
      seconds: (performance.now() - start) / 1000,
      coreSeconds: (user + system) / 1e6,
      peakMb: process.resourceUsage().maxRSS / 1024,
    };
  };
}
