// The templates that the script writes parts of pages with, compiled when it is bundled: each
// import registers one. In: templates/. Out: Handlebars' partials.

import '../../templates/pages/change.hbs';
import '../../templates/pages/outlook.hbs';
import '../../templates/pages/outlook-parts.hbs';
import '../../templates/pages/steps.hbs';
import '../../templates/partials/curve-chart.hbs';
import '../../templates/partials/curve-drawing.hbs';
import '../../templates/partials/gate-mark.hbs';
