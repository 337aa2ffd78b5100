// Imported before all else: pages run no text as code, so schemas are told to do without when they
// are made. In: nothing. Out: zod's setting; there is no later moment for it.

import { z } from 'zod';

z.config({ jitless: true });
