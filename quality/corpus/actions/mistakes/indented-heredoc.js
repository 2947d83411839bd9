    exports.onExecutePreUserRegistration = async (event, api) => {
      if (event.user.emial) return;
      if (event.request.geoip.country === 'XX') return api.access.deny('x', 'Not from there.');
    };
